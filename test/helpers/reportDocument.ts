import type { PrintedDocument } from '#shared/text/document/document.ts';

const OFFICES = ['Ambiente', 'Servizi sociali', 'Lavori pubblici', 'Cultura e biblioteca', 'Scuola', 'Tributi'];
const SUBJECTS = [
  'Domenica ecologica: stop al traffico dalle 9:00 alle 18:00 nel centro',
  'Interruzione dell’acqua in via Euganea per lavori alla rete',
  'Farmacie di turno della settimana',
  '⚠️ Allerta meteo arancione per vento forte',
  'Iscrizioni ai centri estivi: domande fino a venerdì',
  'TARI, seconda rata: le scadenze e come pagare',
];

const two = (value: number): string => String(value).padStart(2, '0');

function messageRow(index: number): string[] {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
  return [
    `2026/${String(index + 1).padStart(4, '0')}`,
    `${two((index % 28) + 1)}/${two(1 + Math.floor((index % 56) / 28))}/2026`,
    `${two(8 + (index % 10))}:${two((index * 7) % 60)}`,
    OFFICES[index % OFFICES.length] ?? '',
    `${subject}, notizia ${index + 1}`,
    (3100 + (index % 41)).toLocaleString('it-IT', { useGrouping: 'always' }),
    index % 5 === 0 ? 'ditta' : 'gruppo operativo',
  ];
}

/** A whole report of an invented town with `messages` rows in its list, and its texts passed through `text`. */
export function sampleDocument(messages: number): PrintedDocument {
  return {
    title: 'Relazione sugli avvisi inviati con WhatsApp',
    subtitle: { text: 'Gennaio e febbraio 2026', note: 'dal 1° gennaio al 28 febbraio 2026' },
    municipality: 'Comune di Valdombra',
    office: 'Settore Affari generali, PuntoSi',
    metadata: {
      title: 'Relazione sugli avvisi inviati con WhatsApp, Gennaio e febbraio 2026',
      description: 'Relazione sugli avvisi inviati con WhatsApp di Gennaio e febbraio 2026, Comune di Valdombra.',
    },
    date: '2026-03-06',
    sections: [
      {
        heading: 'Atti di riferimento',
        blocks: [
          {
            kind: 'list',
            items: [
              'Deliberazione della Giunta comunale n. 138 del 7 dicembre 2022',
              'Deliberazione della Giunta comunale n. 139 del 7 dicembre 2022',
              'Fattura n. 214 del 2 marzo 2026, CIG Z1234567AB, assegnata il 4 marzo 2026',
            ],
          },
        ],
      },
      {
        heading: 'In sintesi',
        blocks: [
          {
            kind: 'outcome',
            tone: 'warning',
            title: 'Liquidazione sospesa: la ditta ha fatturato 2 avvisi in più',
            text: 'La fattura conta 33 avvisi, il registro ne conferma 31. Si contestano 36,00 € di imponibile e si chiede una nota di credito.',
          },
          {
            kind: 'keyFigures',
            items: [
              { label: 'Avvisi inviati', value: '31', unit: '', note: '28 nei due mesi prima, 26 un anno fa' },
              { label: 'Entro i tempi', value: '29', unit: 'su 31', note: '93,5 %, era 96,4 %' },
              { label: 'Gruppo operativo e ditta', value: '24', unit: 'e 7', note: '7 in assenza del capo settore' },
              { label: 'Testi cambiati dalla ditta', value: '2', unit: '', note: '1 spiegato, 1 da chiedere' },
              { label: 'Pressione massima', value: '6', unit: 'in 7 giorni', note: 'soglia 8, mai superata' },
            ],
          },
        ],
      },
      {
        heading: 'Le cifre del periodo',
        blocks: [
          {
            kind: 'columns',
            title: 'Avvisi per settimana',
            legend: { now: 'questo periodo', before: 'due mesi prima' },
            alternative:
              'Avvisi per settimana: dal 29 dicembre 3, dal 5 gennaio 4, dal 12 gennaio 2, dal 19 gennaio 4.',
            bars: [3, 4, 2, 4, 3, 4, 2, 4, 5].map((value, index) => ({
              label:
                ['29 dic', '5 gen', '12 gen', '19 gen', '26 gen', '2 feb', '9 feb', '16 feb', '23 feb'][index] ?? '',
              value,
              before: [3, 3, 4, 2, 3, 4, 3, 3, 3][index] ?? null,
            })),
          },
          {
            kind: 'bars',
            title: 'Avvisi per ufficio',
            legend: { now: 'questo periodo', before: 'due mesi prima' },
            alternative:
              'Avvisi per ufficio: Ambiente 7, Servizi sociali 6, Lavori pubblici 5, Cultura e biblioteca 5.',
            bars: [...OFFICES, 'Altri'].map((label, index) => ({
              label,
              value: [7, 6, 5, 5, 3, 2, 3][index] ?? 0,
              before: [5, 6, 3, 6, 3, 2, 1][index] ?? null,
            })),
          },
          {
            kind: 'table',
            title: 'Avvisi per categoria',
            columns: [
              { head: 'Categoria', align: 'left', width: 1 },
              { head: 'Questo periodo', align: 'right', width: 'fit' },
              { head: 'Due mesi prima', align: 'right', width: 'fit' },
              { head: 'Un anno fa', align: 'right', width: 'fit' },
            ],
            rows: [
              ['Servizi e scadenze', '14', '12', '11'],
              ['Eventi e incontri', '10', '11', '9'],
              ['Viabilità ed emergenze', '7', '5', '6'],
            ],
            total: ['Totale', '31', '28', '26'],
            empty: 'Nessun avviso nel periodo.',
          },
        ],
      },
      {
        heading: 'Testi cambiati dalla ditta',
        blocks: [
          {
            kind: 'texts',
            legend: 'Barrato: approvato e non inviato. Sottolineato: inviato e non approvato.',
            empty: 'La ditta ha inviato tutti i testi come erano approvati.',
            items: [
              {
                title: 'n. 2026/0012, Interruzione dell’acqua in via Euganea',
                parts: [
                  { text: 'Mercoledì 14 gennaio dalle ', kind: 'same' },
                  { text: '8:30 alle 12:30', kind: 'removed' },
                  { text: '9:00 alle 13:00', kind: 'added' },
                  {
                    text: ' manca l’acqua in via Euganea e nelle strade vicine. Le notizie sul sito del Comune.',
                    kind: 'same',
                  },
                ],
                note: 'Decisione: accettato, la ditta ha corretto l’ora su indicazione dell’ufficio.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Riconciliazione con il rendiconto della ditta',
        blocks: [
          {
            kind: 'table',
            title: 'Conti a confronto',
            columns: [
              { head: 'Voce', align: 'left', width: 1 },
              { head: 'Avvisi', align: 'right', width: 'fit' },
              { head: 'Prezzo', align: 'right', width: 'fit' },
              { head: 'Imponibile', align: 'right', width: 'fit' },
            ],
            rows: [
              ['Rendiconto della ditta', '33', '18,00 €', '594,00 €'],
              ['Riconciliato con il registro', '31', '18,00 €', '558,00 €'],
              ['Fattura', '33', '18,00 €', '594,00 €'],
            ],
            total: ['Differenza tra fattura e riconciliato', '2', '', '36,00 €'],
            empty: 'Nessun conto.',
          },
          {
            kind: 'table',
            title: 'Solo nel registro',
            columns: [{ head: 'Avviso', align: 'left', width: 1 }],
            rows: [],
            total: null,
            empty: 'Nessun avviso: tutto quello che è stato inviato è nel rendiconto.',
          },
          {
            kind: 'facts',
            items: [
              { label: 'Fattura assegnata', value: '4 marzo 2026' },
              { label: 'Termine per la relazione', value: '16 marzo 2026 (10 giorni)' },
            ],
          },
        ],
      },
    ],
    signature: { day: '6 marzo 2026', place: 'Valdombra', role: 'Il capo settore', person: 'Ornella Vidal' },
    annexes: [
      {
        heading: 'Allegato. Elenco degli avvisi inviati',
        blocks: [
          {
            kind: 'table',
            title: '',
            columns: [
              { head: 'Numero', align: 'left', width: 'fit' },
              { head: 'Data', align: 'right', width: 'fit' },
              { head: 'Ora', align: 'right', width: 'fit' },
              { head: 'Ufficio', align: 'left', width: 2 },
              { head: 'Avviso', align: 'left', width: 5 },
              { head: 'Destinatari', align: 'right', width: 'fit' },
              { head: 'Canale', align: 'left', width: 'fit' },
            ],
            rows: Array.from({ length: messages }, (_, index) => messageRow(index)),
            total: null,
            empty: 'Nessun avviso inviato nel periodo.',
          },
        ],
      },
    ],
  };
}

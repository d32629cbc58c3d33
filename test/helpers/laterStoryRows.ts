/** The second half of the table: the register, texts, sendings and the report. */
import { draftFact } from '#shared/drafts/facts.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { registerFact } from '#shared/register/facts.ts';
import { reportFact } from '#shared/report/facts.ts';
import { NOTICE, PLANNED } from '../shared/queue/sample.ts';
import { BODY } from '../shared/register/sample.ts';
import { ROAD_WORKS } from './facts.ts';
import { PAGE_ROWS } from './pageStoryRows.ts';
import type { StoryRow } from './storyRows.ts';
import { MONDAY_MORNING } from './town.ts';

const HASH = '0'.repeat(64);
const NINE = '2026-03-04T08:00:00.000Z';
const TEXT = { asked: ROAD_WORKS.text, text: ROAD_WORKS.text, hash: HASH, checks: [], pack: '1' };
const CHECK = { line: 'link', outcome: 'da correggere', detail: 'link su http', why: 'il sito è quello' } as const;
const ROW = '2026-03-05|08:41|1204|via roma chiusa';
const SENT = { notice: NOTICE, plannedFor: PLANNED };

const drafts: readonly StoryRow[] = [
  [
    'marta',
    draftFact('draft.forwarded', 'draft/r1', { ...TEXT, checks: [CHECK], to: 'ornella' }),
    'Marta Bellin ha preparato il testo per la decisione di Ornella Vidal, con 1 controllo forzato.',
  ],
  [
    'marta',
    draftFact('draft.released', 'draft/r1', {
      ...TEXT,
      way: 'alternativa',
      authoriser: null,
      why: 'Vidal ha la febbre',
    }),
    'Marta Bellin ha preparato il testo per la via alternativa, senza l’approvazione del capo settore.',
  ],
  [
    'luca',
    draftFact('draft.released', 'draft/r1', {
      ...TEXT,
      way: 'emergenza',
      authoriser: 'la sindaca Marangon',
      why: 'Piena.',
    }),
    'Luca Zennaro ha preparato il testo per un’emergenza, senza l’approvazione del capo settore, indicando chi autorizza («la sindaca Marangon»): «Piena».',
  ],
  [
    'ornella',
    draftFact('draft.regularised', 'draft/r1', { note: 'Verificata.' }),
    'Ornella Vidal ha regolarizzato l’emergenza: «Verificata».',
  ],
  [
    'ornella',
    draftFact('pack.published', 'pack/comune', { ...defaultPack, version: 4, confirmed: true }),
    'Ornella Vidal ha pubblicato la versione 4 delle regole di stile, confermate dal Comune.',
  ],
  [
    'ornella',
    draftFact('draft.approved', 'draft/r1', { text: ROAD_WORKS.text, hash: HASH, way: 'app', note: '' }),
    'Ornella Vidal ha approvato il testo sulla postazione «Sportello».',
  ],
  [
    'ornella',
    draftFact('draft.confirmed', 'draft/r1', { fact: HASH, way: 'app', note: '' }),
    'Ornella Vidal ha confermato dalla propria postazione l’approvazione del testo.',
  ],
  [
    'marta',
    draftFact('draft.confirmed', 'draft/r1', { fact: HASH, way: 'telefono', note: 'Chiamata alle 10.' }),
    'Marta Bellin ha registrato la conferma dell’approvazione per telefono: «Chiamata alle 10».',
  ],
  [
    'marta',
    draftFact('draft.approved', 'draft/r1', {
      text: ROAD_WORKS.text,
      hash: HASH,
      way: 'telefono',
      note: 'è a letto con la febbre',
      elsewhere: { by: 'ornella', at: MONDAY_MORNING },
    }),
    'Ornella Vidal ha dato lunedì 2 marzo alle 09:00 l’approvazione del testo per telefono, registrata da Marta Bellin.',
  ],
  [
    'ornella',
    draftFact('draft.electionAnswered', 'draft/r1', {
      ...{ hash: HASH, until: '2026-12-07', impersonal: true, essential: 'La strada chiude.' },
    }),
    'Ornella Vidal ha dato le due risposte per il periodo elettorale fino a lunedì 7 dicembre: impersonale, indispensabile perché «La strada chiude».',
  ],
  [
    'marta',
    draftFact('draft.electionAnswered', 'draft/r1', {
      ...{ hash: HASH, until: '2026-12-07', impersonal: true, essential: 'La strada chiude.' },
      elsewhere: { by: 'ornella', at: MONDAY_MORNING, way: 'telefono', note: 'è a letto con la febbre' },
    }),
    'Ornella Vidal ha dato per telefono le due risposte per il periodo elettorale fino a lunedì 7 dicembre: impersonale, indispensabile perché «La strada chiude», registrate da Marta Bellin.',
  ],
  [
    'marta',
    draftFact('draft.withdrawn', 'draft/r1', { why: 'Inoltro annullato.' }),
    'Marta Bellin ha tolto il testo dalla decisione: «Inoltro annullato».',
  ],
  [
    'ornella',
    draftFact('draft.returned', 'draft/r1', { why: 'Più breve.' }),
    'Ornella Vidal ha restituito il testo a chi lo scrive: «Più breve».',
  ],
  [
    'ornella',
    draftFact('draft.refused', 'draft/r1', { why: 'Non è di interesse generale' }),
    'Ornella Vidal non ha selezionato l’avviso: «Non è di interesse generale».',
  ],
  [
    'ornella',
    draftFact('draft.postponed', 'draft/r1', { until: '2027-01-07', why: 'Dopo le feste.' }),
    'Ornella Vidal ha rinviato la decisione a giovedì 7 gennaio 2027: «Dopo le feste».',
  ],
  [
    'ornella',
    draftFact('draft.undone', 'draft/r1', { fact: 'f'.repeat(64) }),
    'Ornella Vidal ha ripreso subito la decisione sul testo: torna com’era prima.',
  ],
];

const queue: readonly StoryRow[] = [
  [
    'ornella',
    queueFact('job.queued', 'job/r1', { ...SENT, route: 'gruppo operativo' }),
    'Ornella Vidal ha messo in coda l’invio di «Via Roma chiusa per asfaltatura» per giovedì 5 marzo alle 08:30, attraverso il gruppo operativo.',
  ],
  [
    'ornella',
    queueFact('job.renewed', 'job/r1', { ...SENT, route: 'e-mail alla ditta' }),
    'Ornella Vidal ha messo di nuovo in coda l’invio di «Via Roma chiusa per asfaltatura», con un testo nuovo, per giovedì 5 marzo alle 08:30, con una e-mail alla ditta.',
  ],
  [
    THE_APP,
    queueFact('job.electionHeld', 'job/r1', { until: '2026-12-07' }),
    'L’app ha fermato l’invio, perché parte in periodo elettorale, fino a lunedì 7 dicembre, e mancano le due risposte del capo settore.',
  ],
  ...PAGE_ROWS,
  [
    THE_APP,
    queueFact('job.answerHeld', 'job/r1', { mail: 'm2' }),
    'L’app ha fermato l’invio, perché è arrivata una risposta che nessuno ha ancora letto.',
  ],
  [
    THE_APP,
    queueFact('job.started', 'job/r1', { desk: 'desk0001', withoutShare: true }),
    'L’app ha cominciato la consegna dell’invio dalla postazione «Sportello», senza poter avvisare le altre postazioni.',
  ],
  [
    'ornella',
    queueFact('job.started', 'job/r1', { desk: 'desk0001' }),
    'Ornella Vidal ha cominciato a chiedere l’invio nel gruppo operativo dalla postazione «Sportello».',
  ],
  [
    'luca',
    queueFact('job.takenOver', 'job/r1', { from: 'desk0001', why: 'Il computer è spento.' }),
    'Luca Zennaro ha preso in mano l’invio al posto della postazione «Sportello», senza sapere se è partito: «Il computer è spento».',
  ],
  [
    THE_APP,
    queueFact('job.handedOver', 'job/r1', { evidence: '2026-03-05_0830_r1.json' }),
    'L’app ha scritto la richiesta di invio per la ditta: è un file nella cartella della ditta.',
  ],
  [
    THE_APP,
    queueFact('job.handedOver', 'job/r1', { evidence: '2026-03-05_0830_r1-1.eml' }),
    'L’app ha scritto la richiesta di invio per la ditta: è una e-mail da spedire.',
  ],
  ['marta', queueFact('job.posted', 'job/r1', {}), 'Marta Bellin ha spedito la e-mail che chiede l’invio alla ditta.'],
  [
    'marta',
    queueFact('job.sentUndone', 'job/r1', { fact: 'h' }),
    'Marta Bellin ha ripreso subito dopo la conferma dell’invio.',
  ],
  [
    'marta',
    queueFact('job.postUndone', 'job/r1', {}),
    'Marta Bellin ha corretto: la e-mail che chiede l’invio alla ditta è ancora da spedire.',
  ],
  [
    'ornella',
    queueFact('job.handedOver', 'job/r1', { evidence: 'chiesto nel gruppo operativo da Ornella Vidal' }),
    'Ornella Vidal ha confermato di avere chiesto l’invio nel gruppo operativo.',
  ],
  [
    'ornella',
    queueFact('job.sent', 'job/r1', { sentAt: PLANNED, text: ROAD_WORKS.text, recipients: 1_204 }),
    'Ornella Vidal ha confermato che l’avviso è partito giovedì 5 marzo alle 08:30 per 1.204 persone.',
  ],
  [
    'ornella',
    queueFact('job.partlySent', 'job/r1', { why: 'Metà elenco.' }),
    'Ornella Vidal ha registrato che l’avviso è partito solo in parte: «Metà elenco».',
  ],
  [
    THE_APP,
    queueFact('job.uncertain', 'job/r1', { why: 'Il computer si è spento mentre l’invio partiva.' }),
    'L’app ha segnato l’invio come incerto: «Il computer si è spento mentre l’invio partiva».',
  ],
  [
    THE_APP,
    queueFact('job.deferred', 'job/r1', { until: NINE, why: 'fuori servizio fino alle 09:00' }),
    'L’app ha rimandato l’invio a mercoledì 4 marzo alle 09:00: «fuori servizio fino alle 09:00».',
  ],
  [
    'marta',
    queueFact('job.moved', 'job/r1', { plannedFor: NINE, why: 'manca la conferma' }),
    'Marta Bellin ha spostato l’invio a mercoledì 4 marzo alle 09:00: «manca la conferma».',
  ],
  [
    THE_APP,
    queueFact('job.held', 'job/r1', { why: 'La notizia non si apre.' }),
    'L’app ha fermato l’invio: «La notizia non si apre».',
  ],
  [
    'ornella',
    queueFact('job.refused', 'job/r1', { why: 'Manca l’orario.', answer: 'da cambiare' }),
    'Ornella Vidal ha registrato che il gruppo operativo chiede di cambiare il testo: «Manca l’orario».',
  ],
  [
    'ornella',
    queueFact('job.requeued', 'job/r1', { plannedFor: NINE, why: 'Adesso si può.' }),
    'Ornella Vidal ha rimesso in coda l’invio per mercoledì 4 marzo alle 09:00: «Adesso si può».',
  ],
  [
    'ornella',
    queueFact('job.undone', 'job/r1', { why: 'Ripreso subito dopo.' }),
    'Ornella Vidal ha ripreso l’invio subito dopo, prima che partisse.',
  ],
  [
    'marta',
    queueFact('job.mayorCopied', 'job/r1', {}),
    'Marta Bellin ha segnato di avere mandato la copia al sindaco.',
  ],
  [
    'ornella',
    queueFact('job.textChosen', 'job/r1', { text: ROAD_WORKS.text, hash: HASH }),
    'Ornella Vidal ha scelto, fra i testi approvati da postazioni diverse, quello dell’invio.',
  ],
  [
    THE_APP,
    queueFact('job.receiptRead', 'job/r1', {
      outcome: 'inviato',
      at: PLANNED,
      recipients: null,
      text: 'Altro',
      why: null,
    }),
    'L’app ha letto la ricevuta della ditta di giovedì 5 marzo alle 08:30, che dice che l’avviso è partito senza il numero dei destinatari, con un testo cambiato.',
  ],
  [
    'ornella',
    queueFact('job.cancelled', 'job/r1', { why: 'Rinviato.' }),
    'Ornella Vidal ha annullato l’invio: «Rinviato».',
  ],
  [
    'luca',
    { type: 'queue.stopped', ent: 'queue/town', body: { why: 'Errore nel testo.' } },
    'Luca Zennaro ha fermato tutti gli invii: «Errore nel testo».',
  ],
  [
    'ornella',
    { type: 'queue.resumed', ent: 'queue/town', body: {} },
    'Ornella Vidal ha tolto il fermo a tutti gli invii.',
  ],
];

const report: readonly StoryRow[] = [
  [
    'ornella',
    reportFact('period.statementRead', 'period/2026-2', { blob: HASH, fileName: 'r.csv', map: { day: 'Data' } }),
    'Ornella Vidal ha caricato il rendiconto della ditta di marzo–aprile 2026, scegliendo le colonne a mano.',
  ],
  [
    'ornella',
    reportFact('period.paired', 'period/2026-2', { kind: 'same', register: '2026/0042', statement: ROW }),
    'Ornella Vidal ha deciso che l’avviso n. 2026/0042 e la riga del rendiconto di giovedì 5 marzo alle 08:41 sono lo stesso invio.',
  ],
  [
    'ornella',
    reportFact('period.unpaired', 'period/2026-2', { register: '2026/0042', statement: ROW }),
    'Ornella Vidal ha tolto la scelta fatta sull’avviso n. 2026/0042 e sulla riga del rendiconto di giovedì 5 marzo alle 08:41.',
  ],
  [
    'ornella',
    reportFact('period.decided', 'period/2026-2', {
      about: { statement: ROW },
      outcome: 'contested',
      note: 'Non risulta.',
    }),
    'Ornella Vidal ha deciso di contestare la differenza sulla riga del rendiconto di giovedì 5 marzo alle 08:41: «Non risulta».',
  ],
  [
    'ornella',
    reportFact('period.reopened', 'period/2026-2', { about: { register: '2026/0042' } }),
    'Ornella Vidal ha riaperto la decisione sull’avviso n. 2026/0042.',
  ],
  [
    'ornella',
    reportFact('period.invoiceRead', 'period/2026-2', { blob: HASH, fileName: 'f.xml' }),
    'Ornella Vidal ha caricato la fattura della ditta di marzo–aprile 2026.',
  ],
  [
    'ornella',
    reportFact('period.assigned', 'period/2026-2', { assigned: '2026-05-07', delivered: null }),
    'Ornella Vidal ha scritto i giorni della fattura: assegnazione giovedì 7 maggio, consegna da scrivere.',
  ],
  [
    'ornella',
    reportFact('period.concluded', 'period/2026-2', {
      tone: 'warning',
      title: 'Si liquida',
      text: 'Con una nota di credito.',
    }),
    'Ornella Vidal ha concluso il report di marzo–aprile 2026: «Si liquida», «Con una nota di credito».',
  ],
];

const register: readonly StoryRow[] = [
  [
    'marta',
    registerFact('entry.recorded', 'entry/r1', { ...BODY, deviations: ['Una sola persona ha scritto e approvato.'] }),
    'Marta Bellin ha scritto nel registro l’avviso «Via Roma chiusa per asfaltatura», che risulta partito giovedì 5 marzo alle 08:41 per 1.204 persone; 1 scostamento dalla regola.',
  ],
  [
    'marta',
    registerFact('entry.electionAnswered', 'entry/r1', {
      ...{
        until: '2026-12-07',
        impersonal: false,
        essential: 'Una piena.',
        by: 'ornella',
        at: NINE,
        recordedBy: 'marta',
        way: 'telefono',
      },
    }),
    'Ornella Vidal ha dato dopo l’invio le due risposte per il periodo elettorale fino a lunedì 7 dicembre: non impersonale, indispensabile perché «Una piena», registrate da Marta Bellin.',
  ],
  [
    'marta',
    registerFact('entry.undone', 'entry/r1', { fact: 'h' }),
    'Marta Bellin ha ripreso subito dopo la registrazione nel registro.',
  ],
  [
    THE_APP,
    registerFact('entry.numbered', 'entry/r1', { year: 2026, number: 42 }),
    'L’app ha dato all’avviso il numero 2026/0042 del registro.',
  ],
  [
    THE_APP,
    registerFact('entry.renumbered', 'entry/r1', { year: 2026, number: 43, was: '2026/0042', other: 'Mercato' }),
    'L’app ha dato all’avviso il numero 2026/0043 del registro: il 2026/0042 era anche di «Mercato».',
  ],
];

/** The register, texts, sendings and the report. */
export const SECOND_ROWS: readonly StoryRow[] = [...register, ...drafts, ...queue, ...report];

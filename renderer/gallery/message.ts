import type { WhatsAppPreviewProps } from '#renderer/drafts/editor/WhatsAppPreview.tsx';

const plain = (text: string) => ({ kind: 'text', runs: text === '' ? [] : [{ text }] }) as const;

/** An invented message with every kind of line and run. */
export const MESSAGE: WhatsAppPreviewProps = {
  sender: 'Comune di Valdombra',
  day: '4 dicembre 2026',
  time: '09:30',
  card: {
    title: 'Laboratori di Natale',
    description: 'Sabato 12 dicembre in biblioteca, per bambini da 5 a 10 anni.',
    site: 'comune.valdombra.example',
    image: true,
  },
  lines: [
    { kind: 'text', runs: [{ text: 'Laboratori di Natale in biblioteca', bold: true }] },
    plain(''),
    plain('La Biblioteca propone laboratori per bambini da 5 a 10 anni. I posti sono 20.'),
    plain(''),
    { kind: 'bullet', runs: [{ text: 'sabato 12', italic: true }, { text: ' dalle 15:30' }] },
    { kind: 'bullet', runs: [{ text: 'domenica 13', strike: true }, { text: ' annullato' }] },
    plain(''),
    { kind: 'number', number: 1, runs: [{ text: 'Scrivi il nome' }] },
    { kind: 'number', number: 2, runs: [{ text: 'Codice ' }, { text: 'NATALE26', mono: true }] },
    { kind: 'quote', runs: [{ text: 'Le iscrizioni chiudono mercoledì 9.' }] },
    plain('Leggi la notizia:'),
    { kind: 'text', runs: [{ text: 'https://www.comune.valdombra.example/novita/laboratori-natale', link: true }] },
  ],
};

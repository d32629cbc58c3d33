/** An e-mail of the invented town, before it is written as a file. */
export interface InventedMail {
  readonly name: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Moment in the Date header, with its offset. */
  readonly date: string;
  readonly text: string;
}

const office = (name: string, who: string): InventedMail['from'] => ({
  name: who,
  address: `${name}@comune.valdombra.example`,
});
const news = (slug: string): string => `https://www.comune.valdombra.example/novita/${slug}`;

/** Four plain requests of November and December 2026, one notice each. */
export const THIN_MAILS: readonly InventedMail[] = [
  {
    name: 'biblioteca-inventario',
    from: office('biblioteca', 'Giulia Ferrante'),
    subject: 'Avviso WhatsApp: biblioteca chiusa per inventario',
    date: 'Mon, 02 Nov 2026 09:12:00 +0100',
    text: `Buongiorno,\nchiediamo di inviare giovedì 5 novembre questo avviso.\n\nTesto:\nBiblioteca chiusa per inventario\n\nLa biblioteca di viale Po e' chiusa da lunedì 9 novembre a mercoledì 11 novembre. Riapre giovedì 12 novembre alle 9.\n\nLeggi la notizia: ${news('biblioteca-inventario')}\n\nGrazie,\nGiulia Ferrante\nUfficio Biblioteca`,
  },
  {
    name: 'via-dei-tigli',
    from: office('lavori.pubblici', 'Renato Sartor'),
    subject: 'Chiusura di via dei Tigli',
    date: 'Tue, 10 Nov 2026 08:05:00 +0100',
    text: `Buongiorno,\nda inviare venerdì 13 novembre.\n\nTesto:\nVia dei Tigli chiusa al traffico\n\nVia dei Tigli è chiusa lunedì 16 novembre dalle 8 alle 17 per lavori all’acquedotto . Passa da via Verdi.\n\nLeggi la notizia: ${news('chiusura-via-dei-tigli')}\n\nCordiali saluti\nRenato Sartor\nUfficio Lavori pubblici`,
  },
  {
    name: 'saldo-imu',
    from: office('tributi', 'Dario Pozzan'),
    subject: 'Saldo Imu: promemoria',
    date: 'Mon, 23 Nov 2026 10:22:00 +0100',
    text: `Ciao,\nva inviato martedì 1 dicembre.\n\nTesto:\nSaldo Imu entro il 16 dicembre\n\nIl saldo dell’Imu scade mercoledì 16 dicembre 2026. Lo sportello Tributi riceve il martedì dalle 9 alle 12.\n\nLeggi la notizia: ${news('saldo-imu-2026')}\n\nDario Pozzan\nUfficio Tributi`,
  },
  {
    name: 'laboratori-natale',
    from: office('cultura', 'Elena Basso'),
    subject: 'Laboratori di Natale in biblioteca',
    date: 'Tue, 24 Nov 2026 11:04:00 +0100',
    text: `Buongiorno,\nper favore inviate venerdì 4 dicembre.\n\nTesto:\nLaboratori di Natale in biblioteca\n\nI laboratori sono per bambini da 5 a 10 anni. I posti sono 20. Iscriviti entro mercoledì 9 dicembre. Ti aspettiamo sabato 12 dicembre alle 15.30 in biblioteca.\n\nLeggi la notizia: ${news('laboratori-natale')}\n\nElena Basso\nUfficio Cultura`,
  },
];

/** The e-mail as the bytes of an `.eml` file. */
export function writeMail({ name, from, subject, date, text }: InventedMail): string {
  const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`;
  const body = Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    `From: ${encoded(from.name)} <${from.address}>`,
    'To: avvisi@comune.valdombra.example',
    `Subject: ${encoded(subject)}`,
    `Date: ${date}`,
    `Message-ID: <${name}@comune.valdombra.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body,
    '',
  ].join('\r\n');
}

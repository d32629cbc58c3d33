import { sayDay } from '#shared/kernel/day.ts';
import { certified, type InventedMail, idOf, type Letterhead, letter, mailboxOf, newsOf } from './mails.ts';

const d = sayDay;
const from = (name: string, mailbox: string): Letterhead['from'] => [name, mailboxOf(mailbox)];
const GIULIA = from('Giulia Ferrante', 'biblioteca');
const SCHOOL = from('Elena Basso', 'scuola');
const CULTURE = from('Marina Olivieri', 'cultura');
const SOCIAL = from('Ada Rigon', 'servizi.sociali');
const TAXES = from('Dario Pozzan', 'tributi');

/** Three notices in one e-mail, numbered (P12). */
const grouped = letter(
  {
    name: 'tre-avvisi-dicembre',
    arrives: ['2026-11-23', '11:04'],
    from: GIULIA,
    subject: 'Tre avvisi WhatsApp per dicembre',
  },
  [
    'Buongiorno,',
    'chiediamo l’invio di tre avvisi.',
    '',
    `1) Laboratori di Natale. I laboratori in biblioteca sono per bambini da 5 a 10 anni, ${d('2026-12-12')} alle 15.30. Da inviare ${d('2026-12-04')}.`,
    newsOf('laboratori-natale'),
    '',
    `2) Gruppo di lettura. Il gruppo di lettura si trova ${d('2026-12-17')} alle 20.30 in biblioteca. Da inviare ${d('2026-12-11')}.`,
    newsOf('gruppo-di-lettura'),
    '',
    `3) Nuovo orario. Da ${d('2027-01-04')} la biblioteca apre anche il giovedì mattina dalle 9 alle 12.30. Da inviare ${d('2026-12-21')}.`,
    newsOf('biblioteca-orario-2027'),
    '',
    'Grazie,',
    'Giulia Ferrante',
    'Ufficio Biblioteca',
  ].join('\n'),
);

/** Only HTML, with a table (P10). */
const table = letter(
  { name: 'sportello-lavoro', arrives: ['2026-11-16', '14:55'], from: SOCIAL, subject: 'Avviso sportello lavoro' },
  `<html><body><p>Buongiorno,<br>ecco l’avviso.</p><table><tr><td>Data invio</td><td>${d('2026-11-19')}</td></tr>` +
    `<tr><td>Testo</td><td>Lo sportello lavoro di via Roma riceve ogni martedì dalle 15 alle 17. Prenota sul sito.</td></tr>` +
    `<tr><td>Link</td><td><a href="${newsOf('sportello-lavoro')}">${newsOf('sportello-lavoro')}</a></td></tr></table>` +
    '<p>Ada Rigon<br>Ufficio Servizi sociali</p></body></html>',
  'html',
);

/** A colleague sends on what an office wrote (P10). */
const forwarded = letter(
  {
    name: 'inoltro-teatro',
    arrives: ['2026-11-25', '15:10'],
    from: from('Carla Benetti', 'segreteria'),
    subject: 'I: Teatro dei ragazzi',
  },
  [
    'Vi giro la richiesta della Cultura.',
    'Carla',
    '',
    '-----Messaggio originale-----',
    `Da: Marina Olivieri <${mailboxOf('cultura')}>`,
    `Inviato: ${d('2026-11-25')} 2026 14:30`,
    `A: Segreteria <${mailboxOf('segreteria')}>`,
    'Oggetto: Teatro dei ragazzi',
    '',
    `Per favore inviate ${d('2026-11-30')} questo avviso.`,
    '',
    'Testo:',
    'Teatro dei ragazzi',
    '',
    `Lo spettacolo per famiglie è ${d('2026-12-05')} alle 16 in sala civica. I biglietti costano 5 euro.`,
    '',
    `Leggi la notizia: ${newsOf('teatro-dei-ragazzi')}`,
    '',
    'Marina Olivieri',
    'Ufficio Cultura',
  ].join('\n'),
);

/** A school writes by certified mail (P10). */
const pecInner = letter(
  {
    name: 'pec-istituto',
    arrives: ['2026-11-12', '10:00'],
    from: ['Istituto comprensivo Valdombra', 'segreteria@scuole.valdombra.example'],
    subject: 'Open day delle scuole',
  },
  [
    `Si chiede di inviare ${d('2026-11-18')} l’avviso che segue.`,
    '',
    'Testo:',
    'Scuola aperta per i futuri alunni',
    '',
    `L’istituto apre le porte ${d('2026-11-28')} dalle 9 alle 12 in via Verdi.`,
    '',
    `Leggi la notizia: ${newsOf('scuola-aperta')}`,
    '',
    'La segreteria',
  ].join('\n'),
);
const pec = certified(
  {
    name: 'busta-pec-istituto',
    arrives: ['2026-11-12', '10:01'],
    from: ['Per conto di: segreteria@scuole.valdombra.example', 'posta-certificata@gestore.example'],
    subject: 'Open day delle scuole',
  },
  pecInner,
);
const receipt = letter(
  {
    name: 'ricevuta-pec',
    arrives: ['2026-11-12', '10:02'],
    from: ['Posta certificata', 'posta-certificata@gestore.example'],
    subject: 'ACCETTAZIONE: avvisi',
    headers: ['X-Ricevuta: accettazione'],
  },
  'Ricevuta di accettazione del messaggio.',
);

/** Incomplete: the link is missing, then it comes in an answer (P11, P17). */
const incomplete = letter(
  { name: 'corso-primo-soccorso', arrives: ['2026-11-17', '09:40'], from: SOCIAL, subject: 'Corso di primo soccorso' },
  [
    'Buongiorno,',
    `da inviare ${d('2026-11-25')}.`,
    '',
    'Testo:',
    'Corso di primo soccorso',
    '',
    `Il corso comincia ${d('2026-12-02')} alle 20 in sala civica. I posti sono 30.`,
    '',
    'La notizia esce nei prossimi giorni.',
    '',
    'Ada Rigon',
    'Ufficio Servizi sociali',
  ].join('\n'),
);
const answered = letter(
  {
    name: 'corso-primo-soccorso-link',
    arrives: ['2026-11-19', '08:50'],
    from: SOCIAL,
    subject: 'R: Corso di primo soccorso',
    answers: idOf('corso-primo-soccorso'),
  },
  `Ecco il link: ${newsOf('corso-primo-soccorso')}\n\nAda Rigon\nUfficio Servizi sociali`,
);
const noDate = letter(
  { name: 'orario-sportello-casa', arrives: ['2026-12-09', '15:30'], from: SOCIAL, subject: 'Sportello casa' },
  `Ciao,\nvi mando l’avviso dello sportello casa.\n\nTesto:\nSportello casa: nuovo orario\n\nLo sportello casa di via Roma riceve il mercoledì dalle 9 alle 12.\n\nLeggi la notizia: ${newsOf('sportello-casa')}\n\nAda Rigon\nUfficio Servizi sociali`,
);

/** Asked, then taken back by the office (P18). */
const withdrawn = letter(
  { name: 'gita-anziani', arrives: ['2026-11-20', '09:30'], from: SOCIAL, subject: 'Gita di Natale' },
  `Buongiorno,\nda inviare ${d('2026-11-27')}.\n\nTesto:\nGita ai mercatini di Natale\n\nLa gita per chi ha più di 65 anni è ${d('2026-12-10')}. Ritrovo alle 8 in piazza Alpini.\n\nLeggi la notizia: ${newsOf('gita-di-natale')}\n\nAda Rigon\nUfficio Servizi sociali`,
);
const withdrawal = letter(
  {
    name: 'gita-anziani-annullata',
    arrives: ['2026-11-24', '12:10'],
    from: SOCIAL,
    subject: 'R: Gita di Natale',
    answers: idOf('gita-anziani'),
  },
  'Buongiorno,\nla gita è annullata: per favore non inviate l’avviso.\n\nAda Rigon\nUfficio Servizi sociali',
);

/** The same notice asked twice, in other words (P21). */
const duplicate = letter(
  { name: 'tari-ancora', arrives: ['2026-11-11', '16:05'], from: TAXES, subject: 'Promemoria Tari' },
  `Ciao,\nva inviato ${d('2026-11-13')}.\n\nTesto:\nTari: seconda rata\n\nRicordiamo che la seconda rata della Tari scade ${d('2026-11-16')}. Si paga con pagoPA o allo sportello Tributi di via Roma.\n\nLeggi la notizia: ${newsOf('tari-seconda-rata')}\n\nDario Pozzan\nUfficio Tributi`,
);

/** A series of notices on dates apart from each other (P15). */
const blood = (name: string, arrives: Letterhead['arrives'], send: string, day: string): InventedMail =>
  letter(
    { name, arrives, from: SOCIAL, subject: 'Donazione del sangue' },
    `Buongiorno,\nda inviare ${d(send)}.\n\nTesto:\nDonazione del sangue\n\nPuoi donare il sangue ${d(day)} dalle 8 alle 11 in piazza Alpini. Prenota sul sito.\n\nLeggi la notizia: ${newsOf('donazione-sangue')}\n\nAda Rigon\nUfficio Servizi sociali`,
  );
const series = [
  blood('sangue-1', ['2026-11-03', '09:20'], '2026-11-10', '2026-11-15'),
  blood('sangue-2', ['2026-11-24', '09:20'], '2026-11-30', '2026-12-06'),
  blood('sangue-3', ['2026-12-10', '09:20'], '2026-12-16', '2026-12-20'),
];

/** Less than 1+1 working days of notice (P14). */
const urgent = letter(
  {
    name: 'guasto-acquedotto',
    arrives: ['2026-12-01', '08:05'],
    from: from('Renato Sartor', 'lavori.pubblici'),
    subject: 'URGENTE: acquedotto',
  },
  `Buongiorno,\nda inviare oggi, ${d('2026-12-01')}.\n\nTesto:\nAcqua sospesa in via dei Tigli\n\nOggi, ${d('2026-12-01')}, l’acqua manca in via dei Tigli dalle 14 alle 18 per un guasto.\n\nLeggi la notizia: ${newsOf('guasto-acquedotto')}\n\nRenato Sartor\nUfficio Lavori pubblici`,
);

/** Somebody the town hall does not know (P13). */
const unknown = letter(
  {
    name: 'pro-loco-fiera',
    arrives: ['2026-12-02', '18:31'],
    from: ['Pro loco', 'info@proloco-valdombra.example'],
    subject: 'Fiera di Santa Lucia',
  },
  `Buonasera,\npotete inviare ${d('2026-12-10')} questo avviso?\n\nTesto:\nFiera di Santa Lucia\n\nLa fiera è ${d('2026-12-13')} dalle 9 alle 18 in via Roma.\n\nLeggi la notizia: ${newsOf('fiera-santa-lucia')}\n\nLa Pro loco`,
);

/** What comes to the mailbox and asks for nothing (P10). */
const newsletter = letter(
  {
    name: 'notiziario-anci',
    arrives: ['2026-11-18', '07:00'],
    from: ['Notiziario enti', 'notizie@enti.example'],
    subject: 'Le notizie della settimana',
    headers: ['List-Unsubscribe: <https://enti.example/esci>', 'Precedence: bulk'],
  },
  'Le notizie della settimana per gli enti locali. Buona lettura.',
);
const autoReply = letter(
  {
    name: 'fuori-ufficio',
    arrives: ['2026-12-03', '09:01'],
    from: CULTURE,
    subject: 'Risposta automatica: avvisi',
    headers: ['Auto-Submitted: auto-replied'],
  },
  'Sono fuori ufficio. Leggerò la vostra e-mail al rientro.',
);

/** The weekday and the date do not fit (P11): the app says so, a person asks. */
const mismatch = letter(
  { name: 'saggio-musica', arrives: ['2026-12-04', '10:20'], from: SCHOOL, subject: 'Saggio di musica' },
  `Buongiorno,\nda inviare ${d('2026-12-11')}.\n\nTesto:\nSaggio della scuola di musica\n\nIl saggio è domenica 19 dicembre alle 16 in sala civica.\n\nLeggi la notizia: ${newsOf('saggio-di-musica')}\n\nElena Basso\nUfficio Scuola`,
);

/** The e-mails that are not ordinary: each shows one rule of the procedure. */
export const SPECIAL_MAILS: readonly InventedMail[] = [
  grouped,
  table,
  forwarded,
  pec,
  receipt,
  incomplete,
  answered,
  noDate,
  withdrawn,
  withdrawal,
  duplicate,
  ...series,
  urgent,
  unknown,
  newsletter,
  autoReply,
  mismatch,
];

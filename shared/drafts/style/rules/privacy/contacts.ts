import { flag, hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { isOneOfHosts } from '#shared/text/addresses.ts';

const MOBILE = /(?<![\d/.])(?:(?:\+|00)39\s?)?3[2-9]\d[\s./-]?\d{3}[\s.-]?\d{3,4}(?![\d]|[.,]\d)/g;
const nationalDigits = (phone: string): string =>
  phone.replace(/\D/g, '').replace(/^(?:00)?39(?=3\d{8,9}$|0\d{5,})/, '');

/** P03. */
export const mobileNumber: Rule = {
  id: 'P03',
  title: 'Numero di cellulare',
  severity: 'avviso',
  why: 'Può essere il numero privato di una persona; i cittadini chiamano l’ufficio.',
  source: 'GDPR, art. 5 (minimizzazione)',
  safeFix: false,
  check({ masked, context }) {
    const own = new Set(context.phones.map(nationalDigits));
    return hitsOf(masked, MOBILE, (match, from, to) =>
      own.has(nationalDigits(match[0]))
        ? undefined
        : { from, to, message: 'È un cellulare: metti un recapito dell’ufficio.' },
    );
  },
  examples: {
    bad: ['Chiama 347 5550199.'],
    good: ['Chiama 049 5550100.', 'Scrivi al 335 5550100.', 'Scrivi al +39 335.555.0100'],
  },
};

/** P04. */
export const foreignMail: Rule = {
  id: 'P04',
  title: 'E-mail non istituzionale',
  severity: 'avviso',
  why: 'Un indirizzo che non è dell’ente può essere privato, e non dice che risponde il Comune.',
  source: 'GDPR, art. 5; riconoscibilità dell’ente',
  safeFix: false,
  check: ({ mails, context }) =>
    mails
      .filter(({ domain }) => !isOneOfHosts(domain, context.mailDomains))
      .map(({ from, to }) => ({ from, to, message: 'Metti un indirizzo dell’ente.' })),
  examples: {
    bad: ['Scrivi a nome.cognome@example.com', 'Scrivi a urp@finto-comune.valdombra.example.com'],
    good: ['Scrivi a biblioteca@comune.valdombra.example', 'Scrivi a urp@pec.comune.valdombra.example'],
  },
};

const ABOUT_A_PERSON =
  /(?<!\p{L})(?:nat[oa] (?:a (?=\p{Lu})|il (?=\d))|residente in (?=via|viale|piazza|vicolo)|domiciliat[oa] in |codice fiscale (?=[A-Z]{6})|carta d['’]identità n)[^\n.]{0,40}/gu;

/** P05. */
export const personalData: Rule = {
  id: 'P05',
  title: 'Dati anagrafici di una persona',
  severity: 'errore',
  why: 'Luogo e data di nascita o indirizzo di casa non vanno in un avviso pubblico.',
  source: 'GDPR, art. 5 (minimizzazione)',
  safeFix: false,
  check: ({ masked }) => flag(masked, ABOUT_A_PERSON, 'Togli i dati della persona.'),
  examples: {
    bad: ['Il signor Bianchi, nato a Padova il 3 maggio 1960.', 'La signora Rossi, residente in via Po 3.'],
    good: ['Per le persone nate nel 1960.', 'Chi è residente in Comune.'],
  },
};

/** P06. */
export const plate: Rule = {
  id: 'P06',
  title: 'Targa di un veicolo',
  severity: 'avviso',
  why: 'La targa porta al proprietario.',
  source: 'GDPR, art. 5 (minimizzazione)',
  safeFix: false,
  check: ({ masked }) =>
    flag(masked, /(?<![A-Z0-9])[A-HJ-NPR-TV-Z]{2}\s?\d{3}\s?[A-HJ-NPR-TV-Z]{2}(?![A-Z0-9])/g, 'Togli la targa.'),
  examples: { bad: ['Rimossa l’auto AB123CD.'], good: ['Rimossa un’auto in sosta vietata.'] },
};

/** O10. */
export const phoneFormat: Rule = {
  id: 'O10',
  title: 'Formato del telefono',
  severity: 'suggerimento',
  why: 'Scritti tutti allo stesso modo i numeri si riconoscono e si toccano per chiamare.',
  source: 'Uso redazionale (prefisso, spazio, numero)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<![\d€/.,-])(?:(0\d{1,3})\s?[./–-]\s?(\d{5,8})|(0[1-9]\d)(\d{7}))(?![\d]|[./-]\d)/g,
      (match, from, to) => {
        const right = match[1] === undefined ? `${match[3]} ${match[4]}` : `${match[1]} ${match[2]}`;
        return rewrite(from, to, right, 'Scrivi prefisso, spazio e numero.');
      },
    ),
  examples: { bad: ['Telefono 049/5550100', 'Telefono 0495550100'], good: ['Telefono 049 5550100'] },
};

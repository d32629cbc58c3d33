import { describe, expect, it } from 'vitest';
import { foldsOf } from '#shared/requests/reading/folding.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { readBody, requesterOf } from '#shared/requests/reading/mailBody.ts';
import { splitLayers } from '#shared/requests/reading/quoting.ts';
import { aMail } from './aMail.ts';

const HOSTS = ['www.comune.valdombra.example'];

/** What stays visible of a text: without quotations, signatures, heads. */
function visible(text: string, more: Partial<ParsedMail> = {}): string {
  return readBody(aMail({ text, ...more }), HOSTS)
    .working.replace(/\s+/g, ' ')
    .trim();
}

const ANSWER: Partial<ParsedMail> = { subject: 'R: richiesta', references: ['<a@b.example>'] };

describe('a reply shows only the new words', () => {
  it.each([
    [
      'Gmail, over two lines',
      'Ok per giovedì 7.\nhttps://www.comune.valdombra.example/n/1\n\nIl giorno gio 30 nov 2023 alle ore 09:15 PuntoSi <psi@comune.valdombra.example> ha\nscritto:\n\n> Buongiorno, per quando?\n> Anna',
      'Ok per giovedì 7. https://www.comune.valdombra.example/n/1',
    ],
    ['Thunderbird', 'Confermo.\n\nIl 30/11/23 09:15, PuntoSi ha scritto:\n> testo\n> altro', 'Confermo.'],
    [
      'Outlook',
      'Confermo.\n\nDa: PuntoSi <psi@comune.valdombra.example>\nInviato: giovedì 30 novembre 2023 09:15\nA: Ufficio Cultura\nCc: Sindaca\nOggetto: R: Richiesta\n\nBuongiorno, per quando?',
      'Confermo.',
    ],
    [
      'Outlook with a line',
      'Confermo.\n\n________________________________\nDa: PuntoSi\nInviato: giovedì 30 novembre 2023 09:15\nA: Cultura\nOggetto: R: x\n\ntesto',
      'Confermo.',
    ],
    [
      'Messaggio originale',
      'Confermo.\n\n-----Messaggio originale-----\nDa: PuntoSi [mailto:psi@x.example]\nInviato: gio\nA: y\nOggetto: z\n\nvecchio',
      'Confermo.',
    ],
    [
      'Zimbra',
      'Confermo.\n\n----- Messaggio originale -----\nDa: "PuntoSi" <psi@x.example>\nA: "cultura" <c@x.example>\nInviato: Giovedì, 30 novembre 2023 9:15:00\nOggetto: Re: z\n\nvecchio',
      'Confermo.',
    ],
    [
      'iPhone',
      'Ok\n\nInviato da iPhone\n\n> Il giorno 30 nov 2023, alle ore 09:15, PuntoSi <psi@x.example> ha scritto:\n> \n> vecchio',
      'Ok',
    ],
    ['an answer below', 'Il 30/11/23 09:15, PuntoSi ha scritto:\n> per quando?\n\nPer domani.', 'Per domani.'],
    ['English', 'Ok\n\nOn Thu, 30 Nov 2023 at 09:15, PuntoSi <psi@x.example> wrote:\n> old', 'Ok'],
  ])('%s', (_, text, expected) => {
    expect(visible(text, ANSWER)).toBe(expected);
  });
});

describe('signatures and notices are folded', () => {
  it.each([
    [
      'a farewell and what follows',
      "Si chiede l'invio per domani.\nTesto: Biblioteca chiusa.\n\nCordiali saluti\n\nNome Cognome\nUfficio Cultura\nComune di Esempio\nTel. 049 0000000",
      "Si chiede l'invio per domani. Testo: Biblioteca chiusa.",
    ],
    ['two dashes', 'Testo\n--\nNome Cognome', 'Testo'],
    [
      'a notice of confidentiality',
      'Testo richiesta\n\nAi sensi del Regolamento UE 2016/679 si precisa che le informazioni contenute in questo messaggio sono riservate.',
      'Testo richiesta',
    ],
    ['an office alone', 'Inviare domani.\n\nUfficio Scuola', 'Inviare domani.'],
    ['a telephone', 'Inviare domani\n\nInviato dal mio cellulare Android', 'Inviare domani'],
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('but never words that still ask for something', () => {
    const text = 'Grazie!\n\nData invio: domani\nTesto: Biblioteca chiusa';
    expect(visible(text)).toBe(text.replace(/\s+/g, ' '));
    const draft = 'Ai sensi del Regolamento comunale le domande si presentano entro il 10.';
    expect(visible(draft)).toBe(draft);
  });

  it('and the name of the writer alone on the last line', () => {
    const text = 'Inviare domani.\n\nAnna';
    const folds = foldsOf(text, 0, text.length, { name: 'Anna Bellini', address: 'a.bellini@x.example' });
    expect(folds.map(({ from, to }) => text.slice(from, to))).toEqual(['Anna']);
    expect(foldsOf(text, 0, text.length, { name: 'Bruno Rossi', address: 'b@x.example' })).toEqual([]);
  });
});

describe('a forward keeps what it passes on', () => {
  const forward =
    "Inoltro per competenza.\n\n---------- Forwarded message ---------\nDa: Rossi <r@x.example>\nDate: gio 30 nov 2023 alle ore 09:15\nSubject: evento\nTo: <p@x.example>\n\nTesto dell'evento da mandare domani";

  it('with its author and its day', () => {
    const mail = aMail({ subject: 'Fwd: evento', text: forward });
    const body = readBody(mail, HOSTS);
    expect(body.form).toBe('forward');
    expect(body.working).toContain("Testo dell'evento da mandare");
    expect(body.holder.reference).toBe('2023-11-30');
    expect(requesterOf(mail, body)).toEqual({ name: 'Rossi', address: 'r@x.example' });
  });

  it.each([
    [
      'English Gmail',
      '---------- Forwarded message ---------\nFrom: Rossi <r@x.example>\nDate: Thu, Nov 30, 2023 at 9:15 AM\nSubject: s\nTo: p\n\nInviare domani',
    ],
    [
      'Thunderbird',
      '-------- Messaggio Inoltrato --------\nOggetto: s\nData: Thu, 30 Nov 2023 09:15:00 +0100\nMittente: Rossi <r@x.example>\nA: p\n\nInviare domani',
    ],
    [
      'Apple',
      'Inizio messaggio inoltrato:\n\nDa: Rossi <r@x.example>\nOggetto: s\nData: 30 novembre 2023 09:15:00 CET\nA: p\n\nInviare domani',
    ],
    [
      'quoted with signs',
      'Messaggio inoltrato\n> Da: Rossi <r@x.example>\n> Data: 30/11/2023\n> Oggetto: s\n>\n> Inviare domani',
    ],
  ])('from %s', (_, text) => {
    const mail = aMail({ subject: 'I: s', text });
    const body = readBody(mail, HOSTS);
    expect(body.working.trim()).toBe('Inviare domani');
    expect([requesterOf(mail, body)?.address, body.holder.reference]).toEqual(['r@x.example', '2023-11-30']);
  });

  it('and a passage that only sounds like a quotation stays', () => {
    const text = 'Il sindaco ha scritto:\n"Vi aspettiamo in piazza"\nInvio per domani.';
    expect(splitLayers(text)).toHaveLength(1);
    expect(visible(text, ANSWER)).toBe(text.replace(/\n/g, ' '));
  });
});

describe('the message that holds the request', () => {
  it('is the sender’s own when the forwarded one asks for nothing', () => {
    const text =
      "Si chiede l'invio domani del messaggio:\n«Contatori nuovi in via Verdi da giovedì 10 dicembre.»\n\nDa: Acque <i@acque.example>\nInviato: martedì 24 novembre 2026 11:30\nA: Tecnico\nOggetto: contatori\n\nVi informiamo della sostituzione.";
    const mail = aMail({ subject: 'I: contatori', text });
    const body = readBody(mail, HOSTS);
    expect(requesterOf(mail, body)).toEqual(mail.from);
    expect(body.holder.reference).toBe('2026-11-26');
  });

  it('is the innermost one of a chain that does', () => {
    const head = (name: string, day: string): string =>
      `-----Messaggio originale-----\nDa: ${name}\nInviato: ${day}\nA: x\nOggetto: y\n\n`;
    const text = `Vi giro.\n\n${head('Bruno', 'mercoledì 25 novembre 2026 10:00')}Va bene?\n\n${head('Carla', 'martedì 24 novembre 2026 10:00')}Si chiede l'invio del messaggio domani.`;
    const mail = aMail({ subject: 'I: R: avviso', text });
    expect(requesterOf(mail, readBody(mail, HOSTS))?.name).toBe('Carla');
  });
});

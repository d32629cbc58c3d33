import { describe, expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import { aMail } from './aMail.ts';

const town = mailProfileOf(valdombra);
const PARISH = { name: 'Don Piero', address: 'parrocchia@sanmarco.example' };
const CITIZEN = { name: 'Gino', address: 'gino@posta.example' };
const kindOf = (subject: string, text: string, from?: ParsedMail['from']): string =>
  understand(aMail({ subject, text, ...(from ? { from } : {}) }), town).kind;

describe('a few words of a colleague are a request: doubt is one too (P10)', () => {
  it.each([
    ['Orari', 'Ciao, da lunedì prossimo l’anagrafe apre alle 8.30. Riusciamo a farlo girare?'],
    ['acquedotto', 'domani dalle 8 alle 12 niente acqua in via Leopardi, il gestore ci ha avvisati adesso'],
    ['Festa', 'Buongiorno, potete mettere sul canale la festa di sabato 12?'],
    ['', 'Mi raccomando, per domani va avvisata la gente di via Verdi che passa lo spazzamento'],
    ['vaccini', 'Vi giro quanto concordato al telefono: l’ambulatorio di via Roma resta chiuso il 7 e l’8 dicembre.'],
    ['Locandina', 'Ecco la locandina per il mercatino, grazie'],
    ['asilo', 'Gentilmente date comunicazione ai genitori dello sciopero di venerdì 4 dicembre'],
    ['neve', 'Spalaneve in azione da stanotte, ricordate ai cittadini di non lasciare le auto in strada'],
    ['prelievi', 'Si porta a conoscenza che il centro prelievi osserverà un giorno di chiusura il 9 dicembre.'],
    ['Concorso', 'Per favore un avviso: scade il 15 dicembre la domanda per il concorso presepi'],
    ['Piscina', 'La piscina domani è chiusa per un guasto alla caldaia.'],
    ['URG', 'albero caduto in via Piave, strada bloccata, avvisate per favore'],
    ['info', 'Potreste dare risalto alla serata informativa sul compostaggio di giovedì 10?'],
    ['Cambio data', 'Il concerto dell’Immacolata è rinviato al 19 dicembre per maltempo.'],
    ['bando', 'è uscito il bando affitti, scade il 31/12, lo mettiamo fuori?'],
    ['Acqua', 'Rottura della condotta in via Cavour: rubinetti a secco fino alle 18 circa.'],
    ['pediatra', 'Il pediatra dott. Bassi cessa l’attività il 31 dicembre: gli assistiti scelgono un altro medico.'],
    ['mail', 'Buongiorno, allego volantino per la serata del 10, se potete darne notizia. Grazie'],
    ['raccolta', 'Il giorno 8 dicembre non si raccoglie il vetro: recupero mercoledì 9.'],
    ['nuovo orario', 'Nuovo orario ecocentro dal 1 gennaio: 9-12 e 14-17'],
  ])('%s: %s', (subject, text) => {
    expect(kindOf(subject, text)).toBe('request');
  });

  it('also of a parish that asks for a hand, who is told to be no known sender', () => {
    const text =
      'La parrocchia organizza il pranzo degli anziani domenica 13 dicembre: ci aiutate a farlo sapere alla gente?';
    const { kind, warnings } = understand(aMail({ subject: 'Aiuto', text, from: PARISH }), town);
    expect(kind).toBe('request');
    expect(warnings.map(({ code }) => code)).toContain('unknown-sender');
  });

  it('also when the words lie in a file: a poster, a sealed mail', () => {
    const file = (name: string, type: string) => ({ name, type, size: 10, sha256: 'a' });
    const withFile = (name: string, type: string) =>
      understand(aMail({ subject: 'Nido', text: '', attachments: [file(name, type)] }), town).kind;
    expect(withFile('locandina.pdf', 'application/pdf')).toBe('request');
    expect(withFile('smime.p7m', 'application/pkcs7-mime')).toBe('request');
    expect(withFile('winmail.dat', 'application/ms-tnef')).toBe('request');
    expect(withFile('invito.ics', 'text/calendar')).toBe('not-a-request');
  });
});

describe('what colleagues write to each other, and citizens to the Comune, is none', () => {
  it.each([
    ['Riunione', 'La riunione di redazione è spostata a giovedì alle 10.'],
    ['Grazie', 'Grazie mille per il lavoro di ieri, ottimo!'],
    ['ferie', 'Ricordo di inserire le ferie di Natale entro venerdì.'],
    ['Auguri', 'Tanti auguri di buone feste a tutti!'],
    ['toner', 'Il toner della stampante al primo piano è finito, chi lo ordina?'],
    ['password', 'Da lunedì cambia la password del gestionale, seguirà mail con le istruzioni.'],
    ['quanti siamo', 'Quanti iscritti abbiamo adesso?'],
    ['Chiavi', 'Ho lasciato le chiavi dell’ufficio in portineria.'],
    ['Permesso', 'Venerdì sono in permesso, per urgenze chiamate Luca.'],
    ['delibera', 'Vi trasmetto la bozza di delibera per la giunta di martedì.'],
    ['Visita', 'Domani alle 10 arriva il tecnico dell’ascensore in municipio.'],
  ])('%s: %s', (subject, text) => {
    expect(kindOf(subject, text)).toBe('not-a-request');
  });

  it.each([
    ['iscrizione', 'Salve vorrei iscrivermi al servizio'],
    ['STOP', 'cancellatemi'],
  ])('%s: %s', (subject, text) => {
    expect(kindOf(subject, text, CITIZEN)).toBe('not-a-request');
  });
});

import type { CitizenWish } from '#shared/requests/reading/citizen.ts';
import type { Reply } from './reply.ts';

/** A ready answer to somebody who wrote to the desk: about the service, or with words of one's own (P10). */
export const ANSWERS = ['join', 'leave', 'silent', 'own'] as const;
export type AnswerKind = CitizenWish | 'own';

/** What the town says of its service; null where nobody wrote it. */
export interface ServiceFacts {
  readonly municipality: string;
  readonly serviceNumber: string | null;
  readonly optInWord: string | null;
  readonly optOutWord: string | null;
}

/** Whom an answer goes to and who signs it. */
export interface AnswerFrame {
  readonly name: string;
  readonly subject: string;
  readonly signature: readonly string[];
}

/** An answer with what the profile lacks for it: never invented, the operator writes it. */
export interface CitizenReply extends Reply {
  readonly lacks: readonly string[];
}

const REPLY_PREFIX = /^(?:\s*(?:r|re|rif|ris)\s*:\s*)+/i;

/** Stands where a person has to write what the profile does not say: with it the answer does not leave. */
export const BLANK = '________';

const LACKS = {
  optInWord: 'Nel profilo del Comune manca la parola con cui ci si iscrive: scrivila dove c’è la riga.',
  optOutWord: 'Nel profilo del Comune manca la parola con cui ci si cancella: scrivila dove c’è la riga.',
  serviceNumber: 'Nel profilo del Comune manca il numero del servizio: scrivilo dove c’è la riga.',
} as const;

const numberOf = ({ serviceNumber }: ServiceFacts): string => serviceNumber || BLANK;

/** `manda un messaggio WhatsApp con scritto ISCRIVIMI al numero …`. */
const send = (word: string | null, service: ServiceFacts): string =>
  `manda un messaggio WhatsApp con scritto ${word || BLANK} al numero ${numberOf(service)}`;

function linesFor(kind: AnswerKind, service: ServiceFacts): readonly string[] {
  const { municipality, optInWord, optOutWord } = service;
  const number = `il numero ${numberOf(service)}`;
  switch (kind) {
    case 'join':
      return [
        `grazie per l’interesse per gli avvisi del ${municipality}.`,
        `Per riceverli: salva in rubrica ${number}, poi ${send(optInWord, service)}.`,
        'Il numero va tenuto in rubrica: WhatsApp consegna questi avvisi solo a chi lo ha salvato.',
      ];
    case 'leave':
      return [
        'abbiamo letto che non vuoi più ricevere i nostri avvisi.',
        `Per toglierti: ${send(optOutWord, service)}, dal telefono su cui li ricevi.`,
      ];
    case 'silent':
      return [
        'ci dispiace che gli avvisi non arrivino più. Di solito il motivo è uno di questi:',
        `- ${number} non è più in rubrica: salvalo di nuovo, WhatsApp consegna solo a chi lo ha salvato;`,
        '- il numero è stato bloccato o la conversazione archiviata: guarda nelle impostazioni di WhatsApp;',
        `- hai cambiato telefono o numero: in questo caso ${send(optInWord, service)}, come la prima volta.`,
        'Se dopo queste prove non arrivano ancora, rispondi a questa e-mail e ci guardiamo insieme.',
      ];
    case 'own':
      return [''];
  }
}

function lacksFor(kind: AnswerKind, service: ServiceFacts): readonly string[] {
  if (kind === 'own') return [];
  const named = [kind === 'leave' ? 'optOutWord' : 'optInWord', 'serviceNumber'] as const;
  return named.filter((name) => !service[name]).map((name) => LACKS[name]);
}

/** The ready answer to what somebody wrote, in plain words; the operator may change all of it before it leaves. */
export function citizenReply(kind: AnswerKind, to: AnswerFrame, service: ServiceFacts): CitizenReply {
  const hello = to.name.trim() === '' ? 'Buongiorno,' : `Buongiorno ${to.name.trim()},`;
  return {
    subject: `R: ${to.subject.replace(REPLY_PREFIX, '').trim()}`.trim(),
    text: [hello, '', ...linesFor(kind, service), '', 'Un saluto,', ...to.signature].join('\n'),
    lacks: lacksFor(kind, service),
  };
}

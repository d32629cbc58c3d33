import { dayIn, momentIn, oneLine, quoted, tellerOf } from '#shared/journal/story.ts';
import { plural, sayNumber } from '#shared/kernel/text.ts';
import { entryNumber } from './entry.ts';
import { registerFacts } from './facts.ts';

/** Of a number in the register, as `2026/0042`. */
const NUMBER_LENGTH = 12;
const ESSENTIAL_LENGTH = 50;

/** `avviso n. 2026/0042`. */
export const numbered = (number: string): string => `avviso n. ${oneLine(number, NUMBER_LENGTH)}`;

/** ` per 1.204 persone`, ` senza il numero dei destinatari`: how many a notice reached, as far as anybody said. */
export const toHowMany = (recipients: number | null): string =>
  recipients === null
    ? ' senza il numero dei destinatari'
    : ` per ${sayNumber(recipients)} ${recipients === 1 ? 'persona' : 'persone'}`;

/** What can happen to a row of the register, in words. */
export const registerStory = tellerOf(registerFacts, {
  'entry.recorded': ({ actor, at, body }, { person }) => {
    const { title, sentAt, recipients, deviations, corrects } = body;
    const [what, left] = corrects === undefined ? ['l’avviso', 'partito'] : ['la rettifica', 'partita'];
    const count = plural(deviations.length, 'scostamento', 'scostamenti');
    const apart = deviations.length === 0 ? '' : `; ${count} dalla regola`;
    return `${person(actor)} ha scritto nel registro ${what} ${quoted(title)}, che risulta ${left} ${momentIn(sentAt, at)}${toHowMany(recipients)}${apart}`;
  },
  'entry.electionAnswered': ({ actor, at, body }, { person }) => {
    const { until, impersonal, essential, by, recordedBy } = body;
    const recorded = recordedBy === null ? '' : `, registrate da ${person(actor)}`;
    return `${person(by)} ha dato dopo l’invio le due risposte per il periodo elettorale fino a ${dayIn(until, at)}: ${impersonal ? '' : 'non '}impersonale, indispensabile perché ${quoted(essential, ESSENTIAL_LENGTH)}${recorded}`;
  },
  'entry.undone': ({ actor }, { person }) => `${person(actor)} ha ripreso subito dopo la registrazione nel registro`,
  'entry.numbered': ({ body }) => `l’app ha dato all’avviso il numero ${entryNumber(body)} del registro`,
  'entry.renumbered': ({ body }) =>
    `l’app ha dato all’avviso il numero ${entryNumber(body)} del registro: il ${oneLine(body.was, NUMBER_LENGTH)} era anche di ${quoted(body.other)}`,
});

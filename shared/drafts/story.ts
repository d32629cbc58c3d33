import { because, dayIn, momentIn, type Names, quoted, sayConflictResolved, tellerOf } from '#shared/journal/story.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Election } from './election.ts';
import { type CheckLine, draftFacts, type HeardFrom } from './facts.ts';

const AUTHORISER_LENGTH = 40;
const WAYS = { app: '', telefono: ' per telefono', 'e-mail': ' per e-mail' } as const;

function forced(checks: readonly CheckLine[]): string {
  const count = checks.filter(({ why }) => why !== null && why.trim() !== '').length;
  return count === 0 ? '' : `, con ${plural(count, 'controllo forzato', 'controlli forzati')}`;
}

const ESSENTIAL_LENGTH = 50;

/** The head's two answers (P39). */
const answersIn = (
  { until, impersonal, essential }: Pick<Election, 'until' | 'impersonal' | 'essential'>,
  at: Instant,
): string =>
  `le due risposte per il periodo elettorale fino a ${dayIn(until, at)}: ${impersonal ? '' : 'non '}impersonale, indispensabile perché ${quoted(essential, ESSENTIAL_LENGTH)}`;

/** A decision that may have been only written down by its author (P38). */
interface Heard {
  readonly actor: string;
  readonly at: Instant;
  readonly body: { readonly elsewhere?: HeardFrom };
}
const whoDecided = ({ actor, body: { elsewhere } }: Heard, { person }: Names): string => person(elsewhere?.by ?? actor);
const recordedIn = ({ actor, at, body: { elsewhere } }: Heard, { person }: Names): string =>
  elsewhere ? `${WAYS[elsewhere.way]} ${momentIn(elsewhere.at, at)}, decisione registrata da ${person(actor)}` : '';

/**
 * What can happen to the text of a notice, in words. Why the head is not asked, and what was noted when he decided
 * elsewhere, is not repeated: it may tell why he is away (P3).
 */
export const draftStory = tellerOf(draftFacts, {
  'draft.forwarded': ({ actor, body }, { person }) =>
    `${person(actor)} ha preparato il testo per la decisione di ${person(body.to)}${forced(body.checks)}`,
  'draft.released': ({ actor, body }, { person }) => {
    const { way, authoriser, why, checks } = body;
    if (way === 'alternativa') {
      return `${person(actor)} ha preparato il testo per la via alternativa, senza l’approvazione del capo settore${forced(checks)}`;
    }
    const by = authoriser === null ? '' : `, indicando chi autorizza (${quoted(authoriser, AUTHORISER_LENGTH)})`;
    return `${person(actor)} ha preparato il testo per un’emergenza, senza l’approvazione del capo settore${by}${because(why)}`;
  },
  'draft.regularised': ({ actor, body }, { person }) =>
    `${person(actor)} ha regolarizzato l’emergenza${because(body.note)}`,
  'pack.published': ({ actor, body }, { person }) => {
    const standing = body.confirmed ? 'confermate dal Comune' : 'ancora da confermare';
    return `${person(actor)} ha pubblicato la versione ${body.version} delle regole di stile, ${standing}`;
  },
  'draft.approved': ({ actor, at, dev, body }, { person, desk }) => {
    const { way, elsewhere } = body;
    if (!elsewhere)
      return `${person(actor)} ha approvato il testo${body.checks === undefined ? '' : ' con le sue modifiche'}${WAYS[way]} sulla postazione ${desk(dev)}${sayConflictResolved(body)}`;
    const when = momentIn(elsewhere.at, at);
    return `${person(elsewhere.by)} ha dato ${when} l’approvazione del testo${WAYS[way]}, registrata da ${person(actor)}`;
  },
  'draft.confirmed': ({ actor, body }, { person }) =>
    body.way === 'app'
      ? `${person(actor)} ha confermato dalla propria postazione l’approvazione del testo`
      : `${person(actor)} ha registrato la conferma dell’approvazione${WAYS[body.way]}${because(body.note)}`,
  'draft.electionAnswered': ({ actor, at, body }, { person }) => {
    const { elsewhere } = body;
    const by = person(elsewhere?.by ?? actor);
    const recorded = elsewhere ? `, registrate da ${person(actor)}` : '';
    return `${by} ha dato${elsewhere ? WAYS[elsewhere.way] : ''} ${answersIn(body, at)}${recorded}`;
  },
  'draft.withdrawn': ({ actor, body }, { person }) =>
    `${person(actor)} ha tolto il testo dalla decisione${sayConflictResolved(body)}${because(body.why)}`,
  'draft.returned': (fact, names) =>
    `${whoDecided(fact, names)} ha restituito il testo a chi lo scrive${recordedIn(fact, names)}${sayConflictResolved(fact.body)}${because(fact.body.why)}`,
  'draft.refused': (fact, names) =>
    `${whoDecided(fact, names)} non ha selezionato l’avviso${recordedIn(fact, names)}${sayConflictResolved(fact.body)}${because(fact.body.why)}`,
  'draft.undone': ({ actor }, { person }) =>
    `${person(actor)} ha ripreso subito la decisione sul testo: torna com’era prima`,
  'draft.postponed': (fact, names) =>
    `${whoDecided(fact, names)} ha rinviato la decisione a ${dayIn(fact.body.until, fact.at)}${recordedIn(fact, names)}${because(fact.body.why)}`,
});

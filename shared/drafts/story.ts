import { because, dayIn, momentIn, quoted, sayConflictResolved, tellerOf } from '#shared/journal/story.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Election } from './election.ts';
import { type CheckLine, draftFacts } from './facts.ts';

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
  'draft.returned': ({ actor, body }, { person }) =>
    `${person(actor)} ha restituito il testo a chi lo scrive${sayConflictResolved(body)}${because(body.why)}`,
  'draft.refused': ({ actor, body }, { person }) =>
    `${person(actor)} non ha selezionato l’avviso${sayConflictResolved(body)}${because(body.why)}`,
  'draft.undone': ({ actor }, { person }) =>
    `${person(actor)} ha ripreso subito la decisione sul testo: torna com’era prima`,
  'draft.postponed': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha rinviato la decisione a ${dayIn(body.until, at)}${because(body.why)}`,
});

import type { Desk, Done } from '#electron/desk/desk.ts';
import { type SendingStores, unknownJob } from '#electron/queue/jobs.ts';
import { alteredTrouble } from '#electron/queue/sending/textTrouble.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { answerElection } from '#shared/drafts/election.ts';
import type { ElectionAnswers } from '#shared/drafts/facts.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Instant, instantsOfDay } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import { lastDayOf } from '#shared/people/profile/elections.ts';
import { headOf, nameOf } from '#shared/people/roster.ts';
import { type ElectionDuty, electionDuty } from '#shared/queue/election.ts';
import type { OpenElection } from '#shared/queue/views.ts';
import { registerFact } from '#shared/register/facts.ts';

export interface AnsweringElection {
  readonly id: string;
  readonly answers: ElectionAnswers;
  /** How the head said so, where an operator writes it down (P38). */
  readonly elsewhere?: { readonly how: 'telefono' | 'e-mail'; readonly when: Instant; readonly note: string };
}

const nothingToAnswer = (): Result<never, Problem> =>
  problem({
    code: 'nothing-to-answer',
    what: 'Questo avviso non aspetta più le due risposte.',
    remedy: 'Guarda la coda: lì c’è come sta adesso.',
  });

const notImpersonal = (): Result<never, Problem> =>
  problem({
    code: 'not-impersonal',
    what: 'Il testo non è ancora scritto in modo impersonale: resta fermo.',
    remedy: 'Annulla l’invio e rimandalo a chi scrive, oppure rispondi quando il testo va bene.',
  });

/** Who answers: the head, or for an operator the head who said so; the problems `not-your-role`, `no-head`, `moment-impossible`. */
function answerer(
  { elsewhere }: AnsweringElection,
  context: Context,
): Result<{ by: string; at: Instant; way: 'telefono' | 'e-mail'; note: string } | undefined, Problem> {
  const what = elsewhere ? 'registrare una risposta del capo settore' : 'dare le due risposte';
  const role = requireRole(context, elsewhere ? 'operatore' : 'capo settore', what);
  if (!role.ok) return role;
  if (!elsewhere) return ok(undefined);
  const head = headOf(context.roster);
  if (!head) {
    return problem({
      code: 'no-head',
      what: 'L’app non sa chi è il capo settore: non può scrivere chi ha risposto.',
      remedy: 'Nelle Impostazioni indica chi è il capo settore.',
    });
  }
  if (elsewhere.when > context.now) {
    return problem({
      code: 'moment-impossible',
      what: 'La risposta non può essere nel futuro.',
      remedy: 'Correggi il giorno e l’ora.',
    });
  }
  const { how, when, note } = elsewhere;
  return ok({ by: head.id, at: when, way: how, note: note.trim() });
}

/**
 * The head's two answers for a notice that is already in the queue, or has left without them (P39): bound to the text the
 * sending carries. What has left has them in its row of the register too.
 */
export function answerForElection(desk: Desk, { queue, drafts }: SendingStores, input: AnsweringElection): Done {
  const [job, draft] = [queue.get(input.id), drafts.get(input.id)];
  if (!job || !draft) return unknownJob();
  const duty = electionDuty(job, draft, desk.profile.electionPeriods);
  if (!duty) return nothingToAnswer();
  const altered = alteredTrouble(drafts, job);
  if (altered) return err(altered);
  return desk.act((context) => {
    const who = answerer(input, context);
    if (!who.ok) return who;
    const { answers } = input;
    if (duty.when === 'before' && !answers.impersonal) return notImpersonal();
    const given = answerElection(draft.id, job.notice.hash, duty.period, answers, who.value);
    const { by, at, way } = who.value ?? { by: context.actor, at: context.now, way: 'app' as const };
    const recordedBy = who.value ? context.actor : null;
    const until = lastDayOf(duty.period);
    const row: readonly NewFact[] =
      duty.when === 'after'
        ? [
            registerFact('entry.electionAnswered', `entry/${job.id}`, {
              ...{ until, impersonal: answers.impersonal, essential: answers.essential },
              ...{ by, at, recordedBy, way },
            }),
          ]
        : [];
    return ok([given, ...row]);
  });
}

/** Every notice whose answers the head owes, by the moment it leaves: held without them, or to be answered afterwards. */
export function openElections(
  desk: Desk,
  { queue, drafts }: { readonly queue: QueueStore; readonly drafts: SendingStores['drafts'] },
): readonly OpenElection[] {
  const { electionPeriods } = desk.profile;
  const [first] = electionPeriods.map(({ from }) => from).toSorted();
  const last = electionPeriods.map(lastDayOf).toSorted().at(-1);
  if (first === undefined || last === undefined) return [];
  const roster = desk.roster();
  return queue.plannedBetween(instantsOfDay(first).from, instantsOfDay(last).to).flatMap((job) => {
    const draft = drafts.get(job.id);
    const duty: ElectionDuty | undefined = electionDuty(job, draft, electionPeriods);
    if (!duty) return [];
    const { id, notice, plannedFor, queuedBy } = job;
    return [
      {
        id,
        title: notice.title,
        text: notice.text,
        office: notice.office,
        plannedFor,
        until: lastDayOf(duty.period),
        when: duty.when,
        isEmergency: draft?.release?.way === 'emergenza',
        queuedByName: nameOf(roster, queuedBy),
      },
    ];
  });
}

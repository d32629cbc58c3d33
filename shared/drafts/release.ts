import type { NewFact } from '#shared/journal/fact.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Calendar, endOfService, nextWorkingDay } from '#shared/kernel/workdays.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import { halfAt, headOf, isHeadAway } from '#shared/people/roster.ts';
import type { Request } from '#shared/requests/request.ts';
import { failedCheck, textHash } from './decide.ts';
import type { Draft } from './draft.ts';
import { type CheckLine, draftFact } from './facts.ts';

type Decision = Result<readonly NewFact[], Problem>;

/** A text that leaves without the head's approval, with the operator's own check (P32). */
export interface Release {
  readonly text: string;
  readonly checks: readonly CheckLine[];
  readonly pack: string;
  /** Why this way is taken; may be empty only when the head is away. */
  readonly why: string;
  /** Last day of the election period it is planned in, where the operator knows (P39). */
  readonly electionUntil?: Day | undefined;
}

const noText = (): Result<never, Problem> =>
  problem({
    code: 'text-empty',
    what: 'Il testo da inviare è vuoto.',
    remedy: 'Scrivi il testo dell’avviso, poi invialo.',
  });

/** The alternative way (P32): only while the head is away, otherwise with a reason; the operator's check is on record. */
export function releaseAlternatively(request: Request, release: Release, context: Context): Decision {
  const { text, checks, pack, why, electionUntil } = release;
  const role = requireRole(context, 'operatore', 'usare la via alternativa');
  if (!role.ok) return role;
  if (text.trim() === '') return noText();
  const { roster, now, profile } = context;
  const isAway = isHeadAway(roster, romeOf(now).day, halfAt(profile.calendar, now));
  if (why.trim() === '' && headOf(roster) === undefined) {
    return problem({
      code: 'no-head',
      what: 'Manca il capo settore: nessuno ha detto che è assente.',
      remedy: 'Indica chi è il capo settore, oppure scrivi perché serve la via alternativa.',
    });
  }
  if (why.trim() === '' && !isAway) {
    return problem({
      code: 'head-present',
      what: 'Oggi il capo settore c’è: la via normale è la sua approvazione.',
      remedy: 'Inoltra il testo al capo settore, oppure scrivi perché serve la via alternativa.',
    });
  }
  const failed = failedCheck(checks);
  if (failed) return err(failed);
  const body = {
    asked: request.asked.text,
    text,
    hash: textHash(text, context.sha256),
    checks: [...checks],
    pack,
    way: 'alternativa' as const,
    authoriser: null,
    why: why.trim() || null,
    ...(electionUntil === undefined ? {} : { electionUntil }),
  };
  return ok([draftFact('draft.released', `draft/${request.id}`, body)]);
}

/** An emergency (P34): at any hour, with who authorised it and why; checks are reduced to what they found. */
export function releaseInEmergency(
  request: Request,
  release: Release & { readonly authoriser: string },
  context: Context,
): Decision {
  const { text, checks, pack, why, authoriser } = release;
  if (text.trim() === '') return noText();
  if (authoriser.trim() === '') {
    return problem({
      code: 'authoriser-missing',
      what: 'Manca chi autorizza l’emergenza.',
      remedy: 'Scrivi chi autorizza l’emergenza: nome e ruolo.',
    });
  }
  if (why.trim() === '') {
    return problem({
      code: 'reason-missing',
      what: 'Manca il motivo dell’emergenza.',
      remedy: 'Scrivi in poche parole che cosa succede.',
    });
  }
  const body = {
    asked: request.asked.text,
    text,
    hash: textHash(text, context.sha256),
    checks: [...checks],
    pack,
    way: 'emergenza' as const,
    authoriser: authoriser.trim(),
    why: why.trim(),
  };
  return ok([draftFact('draft.released', `draft/${request.id}`, body)]);
}

/** Until when an emergency must be put in order: the end of service of the next working day (P34). */
export function regulariseDue(calendar: Calendar, releasedAt: Instant): Instant {
  return endOfService(calendar, nextWorkingDay(calendar, romeOf(releasedAt).day)) as Instant;
}

/** The head puts an emergency in order (P34). */
export function regularise(draft: Draft, note: string, context: Context): Decision {
  const role = requireRole(context, 'capo settore', 'regolarizzare un’emergenza');
  if (!role.ok) return role;
  if (draft.release?.way !== 'emergenza' || draft.release.regularisedAt !== null) {
    return problem({
      code: 'nothing-to-regularise',
      what: 'Questo invio non aspetta di essere regolarizzato.',
      remedy: 'Aggiorna l’elenco delle cose da fare.',
    });
  }
  return ok([draftFact('draft.regularised', `draft/${draft.id}`, { note: note.trim() })]);
}

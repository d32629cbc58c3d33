import type { NewFact } from '../journal/fact.ts';
import { type Instant, romeOf } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Calendar, endOfService, nextWorkingDay } from '../kernel/workdays.ts';
import { type Context, requireRole } from '../people/context.ts';
import { isHeadPresent } from '../people/roster.ts';
import type { Request } from '../requests/request.ts';
import { textHash } from './decide.ts';
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
}

const noText = (): Result<never, Problem> =>
  problem('text-empty', 'Il testo da inviare è vuoto.', 'Scrivi il testo dell’avviso, poi invialo.');

/** The alternative way (P32): only while the head is away, otherwise with a reason; the operator's check is on record. */
export function releaseAlternatively(request: Request, release: Release, context: Context): Decision {
  const { text, checks, pack, why } = release;
  const role = requireRole(context, 'operatore', 'usare la via alternativa');
  if (!role.ok) return role;
  if (text.trim() === '') return noText();
  if (isHeadPresent(context.roster, romeOf(context.now).day) && why.trim() === '') {
    return problem(
      'head-present',
      'Oggi il capo settore c’è: la via normale è la sua approvazione.',
      'Inoltra il testo al capo settore, oppure scrivi perché serve la via alternativa.',
    );
  }
  const stopping = checks.find(({ outcome, why: reason }) => outcome === 'da correggere' && !reason?.trim());
  if (stopping) {
    return problem(
      'check-failed',
      `C’è ancora qualcosa da correggere: ${stopping.detail}.`,
      'Correggi, oppure scrivi perché va bene così: il motivo resta nella richiesta.',
    );
  }
  const body = {
    asked: request.asked.text,
    text,
    hash: textHash(text, context.sha256),
    checks: [...checks],
    pack,
    way: 'alternativa' as const,
    authoriser: null,
    why: why.trim() || null,
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
    return problem(
      'authoriser-missing',
      'Manca chi autorizza l’emergenza.',
      'Scrivi chi autorizza l’emergenza: nome e ruolo.',
    );
  }
  if (why.trim() === '') {
    return problem('reason-missing', 'Manca il motivo dell’emergenza.', 'Scrivi in poche parole che cosa succede.');
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
    return problem(
      'nothing-to-regularise',
      'Questo invio non aspetta di essere regolarizzato.',
      'Aggiorna l’elenco delle cose da fare.',
    );
  }
  return ok([draftFact('draft.regularised', `draft/${draft.id}`, { note: note.trim() })]);
}

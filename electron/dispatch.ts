import type { z } from 'zod';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { contract, type Handlers, isAppMethod, type MethodName } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import { problem, problemSchema } from '#shared/kernel/problem.ts';
import { sayNumber } from '#shared/kernel/text.ts';

/** Where bugs are told: a short id that the user can name, and what happened. */
export type BugLog = (id: string, cause: unknown) => void;

export interface DispatchOptions {
  readonly handlers: Handlers;
  readonly log: BugLog;
  readonly newId: () => string;
  /** Also parse what handlers answer: in tests and in the demo. */
  readonly checkOutputs: boolean;
}

/** How people call what they typed; a field without a name here is not mentioned. */
const PLACE_NAMES: ReadonlyMap<PropertyKey | undefined, string> = new Map([
  ['text', 'testo'],
  ['why', 'motivo'],
  ['id', 'voce scelta'],
  ['period', 'periodo'],
  ['recipients', 'numero dei destinatari'],
  ['name', 'nome'],
  ['address', 'indirizzo'],
  ['roles', 'ruoli'],
  ['title', 'titolo'],
  ['office', 'ufficio'],
  ['telephone', 'telefono'],
  ['phone', 'telefono'],
  ['link', 'link'],
  ['authoriser', 'chi autorizza'],
  ['note', 'nota'],
]);

/** What was typed and does not fit, by the innermost field that has a name on screen. */
function invalidInput(issue?: z.core.$ZodIssue): Reply {
  const named = issue?.path.findLast((field) => PLACE_NAMES.has(field));
  const place = named === undefined ? '' : ` (${PLACE_NAMES.get(named)})`;
  const refused = { code: 'invalid-input', why: 'Non è cambiato niente.' };
  if (issue?.code === 'too_big' && issue.origin === 'string') {
    return problem({
      ...refused,
      what: `Quello che hai scritto${place} è troppo lungo: al massimo ${sayNumber(Number(issue.maximum))} caratteri.`,
      remedy: 'Accorcialo e riprova.',
    });
  }
  return problem({
    ...refused,
    what: `L’app non ha capito la richiesta${place}.`,
    remedy: 'Controlla quello che hai scritto e riprova.',
  });
}

function bug(id: string): Reply {
  return problem({
    code: 'internal',
    what: `L’app ha avuto un problema interno (numero ${id}).`,
    why: 'Quello che avevi salvato è al sicuro.',
    remedy: 'Riprova; se succede ancora, segnala il numero all’assistenza.',
  });
}

/** The one door for every call: parses the input, runs the handler, turns storage trouble and bugs into problems. */
export async function dispatch(options: DispatchOptions, method: MethodName, raw: unknown): Promise<Reply> {
  if (!isAppMethod(method)) return invalidInput();
  const input = contract[method].input.safeParse(raw);
  if (!input.success) return invalidInput(input.error.issues[0]);
  try {
    const handler = options.handlers[method] as (input: unknown) => Promise<Reply> | Reply;
    const reply = await handler(input.data);
    if (options.checkOutputs) {
      if (reply.ok) contract[method].output.parse(reply.value);
      else problemSchema.parse(reply.error);
    }
    return reply;
  } catch (cause) {
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    const id = options.newId();
    options.log(id, new Error(method, { cause }));
    return bug(id);
  }
}

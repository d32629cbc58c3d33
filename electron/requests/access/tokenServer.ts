import { z } from 'zod';
import { serverTroubleOf } from '#electron/outbox/serverProblem.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { accessServerProblem } from './accessProblem.ts';

/** What a server that gives accesses answered (RFC 6749, 5). */
export type TokenReply<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  /** The name of its refusal, as `invalid_grant`. */
  | { readonly kind: 'refused'; readonly error: string }
  /** It gave no answer that can be understood: only the moment may be bad. */
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What is sent to it: a form, and nothing more. */
export type Form = Readonly<Record<string, string | null>>;

export interface TokenServer {
  /** As the computer does: through its proxies and with its certificates. */
  readonly fetch: typeof fetch;
  /** How long to wait for an answer, in milliseconds, where not as usual. */
  readonly patience?: number;
}

const PATIENCE = 20_000;
const LONGEST_ANSWER = 128 * 1024;
const OK = 200;
const [REFUSED, TOO_MANY, BROKEN] = [400, 429, 500];
/** Refusals that a later moment may take back (RFC 6749, 4.1.2.1), and what Microsoft calls the same. */
const PASSING: readonly string[] = ['temporarily_unavailable', 'server_error', 'request_timeout'];

const refusalSchema = z.object({ error: z.string().regex(/^[\x21-\x7e]{1,100}$/) });

/** Reads an answer up to its limit; `undefined` for one that is longer or no JSON. */
async function readJson(answer: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > LONGEST_ANSWER) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

const codeOf = (cause: unknown): string => {
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** Sends a form to an address of the server, and reads what it gives by its schema. Never rejects. */
export async function askTokenServer<Value>(
  { fetch: send, patience = PATIENCE }: TokenServer,
  address: string,
  form: Form,
  schema: z.ZodType<Value>,
): Promise<TokenReply<Value>> {
  const failed = (code = ''): TokenReply<Value> => ({
    kind: 'failed',
    problem: accessServerProblem(serverTroubleOf(code), address),
  });
  const fields = Object.entries(form).filter((pair): pair is [string, string] => pair[1] !== null);
  try {
    const answer = await send(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const { status } = answer;
    if (status === TOO_MANY || status >= BROKEN) {
      await answer.body?.cancel();
      return failed();
    }
    const content = await readJson(answer);
    if (status === OK) {
      const value = schema.safeParse(content);
      return value.success ? { kind: 'given', value: value.data } : failed();
    }
    const refusal = refusalSchema.safeParse(content).data;
    if (status < REFUSED || !refusal || PASSING.includes(refusal.error)) return failed();
    return { kind: 'refused', error: refusal.error };
  } catch (cause) {
    return failed(codeOf(cause));
  }
}

/** A token travels within one line of a command: visible characters only. */
const tokenSchema = z
  .string()
  .max(32 * 1024)
  .regex(/^[\x21-\x7e]+$/);
/** Where the server does not say how long a token holds, in seconds. */
const SHORT_SECONDS = 300;
const LONGEST_SECONDS = 30 * 24 * 3_600;

/** What was given: a token for now, and one with which the next is asked for. */
export const grantSchema = z
  .object({
    access_token: tokenSchema,
    token_type: z.string().regex(/^bearer$/i),
    expires_in: z.coerce.number().positive().max(LONGEST_SECONDS).catch(SHORT_SECONDS),
    refresh_token: tokenSchema.optional(),
  })
  .transform(({ access_token, expires_in, refresh_token }) => ({
    token: access_token,
    seconds: expires_in,
    refreshToken: refresh_token ?? null,
  }));
export type Grant = z.infer<typeof grantSchema>;

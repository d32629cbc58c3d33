import { z } from 'zod';
import { maskFrame, maskMessage } from './mask.ts';

const MOST_FRAMES = 20;
const MOST_CAUSES = 5;
const MOST_ISSUES = 10;
const NAME = /^[A-Za-z]\w{0,59}$/;
/** `ENOSPC`, `SQLITE_BUSY`, `ERR_INVALID_ARG_TYPE`: no text of anybody looks like this. */
const CODE = /^[A-Z][A-Z0-9_]{0,59}$/;
const FIELD = /^[a-z]\w{0,39}$/i;

const matching = (pattern: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** Which fields did not fit, without what stood in them. */
function issuesOf({ issues }: z.ZodError): string {
  const fields = issues.slice(0, MOST_ISSUES).map(({ path, code }) => {
    const field = path.map((part) => (typeof part === 'number' ? part : (matching(FIELD, part) ?? '‹chiave›')));
    return `${field.join('.') || 'tutto'} ${code}`;
  });
  return `non rispettano lo schema: ${fields.join(', ')}`;
}

/** Anybody may throw an error whose fields are no strings. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function framesOf(error: Error): readonly string[] {
  const [stack, message] = [textOf(error.stack), textOf(error.message)];
  // The message may hold lines that look like a stack.
  const begin = stack.indexOf(message);
  const below = begin < 0 ? stack : stack.slice(begin + message.length);
  return below
    .split('\n')
    .flatMap((line) => maskFrame(line) ?? [])
    .slice(0, MOST_FRAMES);
}

/**
 * What is kept of a thrown value, masked, line by line: name, code and message, then the stack below, then the same of its
 * causes. Of what is no error only a string is told.
 */
export function describeCause(cause: unknown, depth = 0): readonly [string, ...string[]] {
  if (!(cause instanceof Error))
    return [typeof cause === 'string' ? maskMessage(cause) : `valore di tipo ${typeof cause}`];
  const code = 'code' in cause ? matching(CODE, cause.code) : undefined;
  const message = cause instanceof z.ZodError ? issuesOf(cause) : maskMessage(textOf(cause.message));
  const head = `${matching(NAME, cause.name) ?? 'Error'}${code ? ` [${code}]` : ''}: ${message}`;
  const frames = framesOf(cause).map((frame) => `  ${frame}`);
  if (cause.cause === undefined || depth + 1 === MOST_CAUSES) return [head, ...frames];
  const [first, ...rest] = describeCause(cause.cause, depth + 1);
  return [head, ...frames, `causa: ${first}`, ...rest];
}

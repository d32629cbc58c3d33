/** Codes of the app's own beside those of Node's file functions: they cross the border of a process as these do. */
export const HELD_ELSEWHERE = 'EOPENELSEWHERE';
export const NOT_PLAIN = 'ENOTPLAIN';
export const OUTCOME_UNKNOWN = 'EUNSURE';

/** An error as Node's file functions throw them, with its cause when there is one. */
export function fileError(code: string, message: string, cause?: unknown): Error & { readonly code: string } {
  return Object.assign(new Error(`${code}: ${message}`, cause === undefined ? undefined : { cause }), { code });
}

/** The `code` of an error of the file system, or `undefined` when it is a bug. */
export function fileErrorCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

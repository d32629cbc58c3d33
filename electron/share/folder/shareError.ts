/**
 * An error as Node's file functions throw them: `code`, which also begins the message, says what the drive refused. It
 * brings its place: of whatever the core does, this happened in the shared folder.
 */
export function shareError(
  code: string,
  message: string,
  options?: ErrorOptions,
): Error & { readonly code: string; readonly place: 'shared' } {
  const text = message.startsWith(`${code}:`) ? message : `${code}: ${message}`;
  return Object.assign(new Error(text, options), { code, place: 'shared' as const });
}

/** The `code` of an error of the file system, or `undefined` when it is a bug. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

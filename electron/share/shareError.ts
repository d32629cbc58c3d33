/** An error as Node's file functions throw them: `code`, which also begins the message, says what the drive refused. */
export function shareError(code: string, message: string): Error & { readonly code: string } {
  return Object.assign(new Error(message.startsWith(`${code}:`) ? message : `${code}: ${message}`), { code });
}

/** The `code` of an error of the file system, or `undefined` when it is a bug. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

/** How to enter a mail server: what the desk knows and no other place. */
export type Access =
  | { readonly password: string }
  /** `renew`: another token, for a server that did not accept this one. */
  | { readonly token: string; readonly renew: () => Promise<Result<string, Problem>> };

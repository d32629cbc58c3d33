import type { Problem } from '#shared/kernel/problem.ts';
import type { AccessWay } from '#shared/people/profile/mailAccess.ts';
import { type AccessTrouble, accessProblem } from './accessProblem.ts';
import type { TokenReply } from './tokenServer.ts';

/** What the refusals of RFC 6749, 5.2 and RFC 8628, 3.5 mean to who signs in; any other is about how the app is known. */
const TROUBLE: Readonly<Record<string, AccessTrouble>> = {
  access_denied: 'denied',
  authorization_declined: 'denied',
  consent_required: 'denied',
  expired_token: 'code-expired',
  code_expired: 'code-expired',
};

/** Why a sign-in did not succeed. */
export function signInProblem(reply: Exclude<TokenReply<unknown>, { kind: 'given' }>, { token }: AccessWay): Problem {
  if (reply.kind === 'failed') return reply.problem;
  return accessProblem(TROUBLE[reply.error] ?? 'client-refused', new URL(token).hostname);
}

import { plural } from '#shared/kernel/text.ts';
import { isDecided } from './foldRequest.ts';
import type { Request } from './request.ts';

/** How far an e-mail is (P12): it is done when all its requests are decided. */
export interface MailProgress {
  readonly requests: number;
  readonly decided: number;
  readonly done: boolean;
}

/** How far the e-mail `mail` is, among the requests of a list. */
export function mailProgress(requests: readonly Pick<Request, 'mail' | 'state'>[], mail: string): MailProgress {
  const own = requests.filter((request) => request.mail === mail);
  const decided = own.filter(isDecided).length;
  return { requests: own.length, decided, done: decided === own.length };
}

/** `3 richieste, 1 decisa`, or `3 richieste` before the first decision. */
export function sayMailProgress({ requests, decided }: MailProgress): string {
  const all = plural(requests, 'richiesta', 'richieste');
  return decided === 0 ? all : `${all}, ${plural(decided, 'decisa', 'decise')}`;
}

/** The e-mails to be sent in words. Pure. */

import { plural } from '#shared/kernel/text.ts';
import type { ToPost } from '#shared/queue/toPost.ts';

const PURPOSES: Readonly<Record<ToPost['purpose'], string>> = {
  missing: 'chiede all’ufficio quello che manca',
  duplicate: 'dice all’ufficio che l’avviso c’è già',
  notNeeded: 'dice all’ufficio che l’avviso non si fa',
  forward: 'chiede al capo settore di decidere',
  contractor: 'chiede alla ditta di inviare l’avviso',
};

/** What an e-mail is for: `chiede alla ditta di inviare l’avviso`. */
export const purposeWords = ({ purpose }: Pick<ToPost, 'purpose'>): string => PURPOSES[purpose];

/** `Da spedire: 1 e-mail`. */
export const sayToPost = (count: number): string => `Da spedire: ${plural(count, 'e-mail', 'e-mail')}`;

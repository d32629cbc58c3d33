import { titleOf } from '#renderer/drafts/editor/ruleWords.ts';
import type { SignName } from '#renderer/ui/index.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import { maskAddresses } from '#shared/text/mask.ts';
import { placeholdersOf } from './emergencyModels.ts';

interface Check {
  readonly sign: SignName;
  readonly words: string;
}

/** The reduced checks of P34: what is still to complete, what would mislead, who takes the decision. */
export function checksOf(
  text: string,
  authoriser: string,
  why: string,
  session: Session,
  pack: Pack,
): readonly Check[] {
  const open = placeholdersOf(text).length;
  const errors = checkDraft(text, pack, checkContextOf(session.profile, session.today)).filter(
    ({ severity, rule }) => severity === 'errore' && !/^[LS]/.test(rule),
  );
  const misleading = new Set(errors.map(titleOf));
  const hasLink = maskAddresses(text).links.length > 0;
  const authorised = authoriser.trim() !== '' && why.trim() !== '';
  return [
    open > 0
      ? { sign: 'error', words: `${plural(open, 'segnaposto', 'segnaposto')} da completare` }
      : {
          sign: text.trim() === '' ? 'error' : 'done',
          words: text.trim() === '' ? 'Manca il testo' : 'Il testo è completo',
        },
    ...[...misleading].map((words): Check => ({ sign: 'warning', words })),
    authorised
      ? { sign: 'done', words: 'C’è chi autorizza e perché' }
      : { sign: 'error', words: 'Manca chi autorizza o perché' },
    hasLink
      ? { sign: 'unverified', words: 'Link non verificato' }
      : { sign: 'suggestion', words: 'Senza link alla notizia' },
  ];
}

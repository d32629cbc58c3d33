import { titleOf } from '#renderer/drafts/editor/ruleWords.ts';
import type { Mark } from '#renderer/ui/index.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import { maskAddresses } from '#shared/text/mask.ts';
import { placeholdersOf } from './emergencyModels.ts';

interface Check {
  readonly sign: Mark;
  readonly words: string;
}

const proved = (words: string, evidence: string): Check => ({ sign: confirmed({ word: words, evidence }), words });

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
      : text.trim() === ''
        ? { sign: 'error', words: 'Manca il testo' }
        : proved('Il testo è completo', 'Nessun segnaposto è da completare.'),
    ...[...misleading].map((words): Check => ({ sign: 'warning', words })),
    authorised
      ? proved('C’è chi autorizza e perché', `Autorizza ${authoriser.trim()}.`)
      : { sign: 'error', words: 'Manca chi autorizza o perché' },
    hasLink
      ? { sign: 'unverified', words: 'Link non verificato' }
      : { sign: 'suggestion', words: 'Senza link alla notizia' },
  ];
}

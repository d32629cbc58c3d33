import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { SETTING_FIELDS } from '#shared/people/profile/settings.ts';

const isSetting = (field: string): boolean => SETTING_FIELDS.some((one) => one === field);

type Standing = Output<'people.town'>['fields'][number];

/** Where a datum comes from and who confirmed it, with the moment and how (P4, P66). */
export function sayStanding(
  standing: Standing | undefined,
  { isOpen, isKnown }: { readonly isOpen: boolean; readonly isKnown: boolean },
  today: Day,
): string {
  if (!standing) return '';
  const { written, confirmed } = standing;
  const origin = written
    ? `Scritto da ${written.by}, ${sayMomentAt(written.at, today)}.`
    : isOpen
      ? isKnown
        ? isSetting(standing.field)
          ? 'È il valore di partenza dell’app: il Comune può cambiarlo o confermarlo.'
          : 'È una proposta dell’app: i documenti del Comune non lo dicono.'
        : 'Non ancora noto: i documenti del Comune non lo dicono.'
      : isKnown
        ? 'Viene dai documenti del Comune.'
        : 'I documenti del Comune non ne hanno: resta vuoto finché serve.';
  if (confirmed) {
    const how = confirmed.how === null ? '' : ` «${confirmed.how}»`;
    return `${origin} Confermato da ${confirmed.by}, ${sayMomentAt(confirmed.at, today)}.${how}`;
  }
  return isOpen ? `${origin} Chiedi conferma, poi segnalo qui.` : origin;
}

import type { RefObject } from 'react';
import { Chip, Kbd, ListBox, type ListOption, ListRow, PaneHeader } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import { nameNotice, type SimilarNotice } from '#shared/requests/comparison.ts';
import { isWeak, sayScore, saySimilarDay, similarGroups } from './similarWords.ts';

export interface SimilarListProps {
  readonly candidates: readonly SimilarNotice[];
  readonly selected: string | null;
  readonly today: Day;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onSelect: (id: string) => void;
}

const detailOf = (notice: SimilarNotice, today: Day): string =>
  `${notice.number === null ? '' : `${nameNotice(notice)}, `}${saySimilarDay(notice, today)}`;

/** The notices that resemble the request, those that may be the same first, each with the reasons. */
export function SimilarList({ candidates, selected, today, list, onSelect }: SimilarListProps) {
  const optionOf = (notice: SimilarNotice): ListOption => ({
    id: notice.id,
    content: (
      <>
        <ListRow title={notice.title} when={isWeak(notice) ? '' : sayScore(notice)} detail={detailOf(notice, today)} />
        <div className="similar-chips">
          {notice.decided && (
            <Chip
              truth={confirmed({
                word: notice.decided.verdict,
                evidence: `Deciso ${sayMomentAt(notice.decided.at, today)}${notice.decided.why === '' ? '' : `: ${notice.decided.why}`}.`,
                when: notice.decided.at,
              })}
            />
          )}
          {notice.why.slice(0, 2).map((reason, place) => (
            <Chip key={reason} tone={place === 0 && notice.verdict === 'duplicate' ? 'bad' : 'warn'}>
              {reason.charAt(0).toLowerCase() + reason.slice(1)}
            </Chip>
          ))}
        </div>
      </>
    ),
  });
  return (
    <>
      <PaneHeader
        title={plural(candidates.length, 'testo simile', 'testi simili')}
        note={
          <>
            <Kbd keys="J" /> <Kbd keys="K" />
          </>
        }
      />
      <ListBox
        ref={list}
        label="Testi simili"
        groups={similarGroups(candidates).map(({ id, title, notices }) => ({
          ...{ id, title },
          options: notices.map(optionOf),
        }))}
        selected={selected}
        onSelect={onSelect}
      />
      <p className="similar-note">L’app mostra le somiglianze. La decisione è tua e resta scritta.</p>
    </>
  );
}

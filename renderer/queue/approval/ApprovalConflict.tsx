import { useMemo } from 'react';
import { onlyHere } from '#renderer/drafts/similar/similarWords.ts';
import { ConflictChoice, Differences } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Person } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';

export interface ApprovalConflictProps {
  readonly conflicts: ApprovalView['conflicts'];
  /** They were approved already: nothing leaves until one is chosen. */
  readonly approved: boolean;
  /** Fact of the text that is shown below, ready to be approved. */
  readonly shown: string | undefined;
  readonly people: readonly Person[];
  readonly today: Day;
  /** Not given to who is not the head. */
  readonly onChoose: ((fact: string) => void) | undefined;
}

/** Texts that desks forwarded without knowing of each other, side by side: the head takes one, approving it settles (G9). */
export function ApprovalConflict({ conflicts, approved, shown, people, today, onChoose }: ApprovalConflictProps) {
  const texts = useMemo(
    () =>
      conflicts.map((one, index) => {
        const other = conflicts[index === 0 ? 1 : 0];
        return { ...one, segments: other ? onlyHere(one.text, other.text).ours : [] };
      }),
    [conflicts],
  );
  const who = conflicts.length === 2 ? 'Due postazioni hanno' : 'Più postazioni hanno';
  return (
    <ConflictChoice
      place="beside"
      heading={
        approved
          ? `${who} approvato testi diversi: non parte niente finché non ne scegli uno e lo approvi`
          : `${who} inoltrato testi diversi: scegli quale leggere e approvare`
      }
      options={texts.map(({ fact, by, at, segments }, index) => ({
        id: fact,
        name: `testo ${index + 1}, di ${nameOf({ people }, by)}`,
        value: <Differences size="small" segments={segments} />,
        who: `${nameOf({ people }, by)}, ${sayMomentAt(at, today)}`,
        counts: fact === shown,
      }))}
      countsWord="scelto"
      onChoose={onChoose}
    />
  );
}

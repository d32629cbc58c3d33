import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { withSameParts } from '#shared/kernel/sameParts.ts';
import { heldLists, orderOf } from './holdRows.ts';
import type { TodayLists } from './todayLists.ts';

/**
 * Holds the rows still while the pointer or the focus is on them (L18): what comes meanwhile is counted, and shown when
 * somebody asks or leaves. Before everything was read once nothing is held.
 */
export function useHeld(lists: TodayLists, isWhole: boolean) {
  /** The ids that stand on screen, one a line: equal orders are the same. */
  const [shown, setShown] = useState<string>();
  const [on, setOn] = useState({ pointer: false, focus: false });
  const ids = orderOf(lists);
  const order = ids.join('\n');
  // Where no row stands any more none can move.
  const stands = new Set(shown?.split('\n'));
  const isHeld = isWhole && (on.pointer || on.focus) && (shown === undefined || ids.some((id) => stands.has(id)));
  const before = useRef(lists);
  const held = isHeld && shown !== undefined ? heldLists(lists, shown.split('\n')) : { lists, fresh: [] };
  const still = withSameParts(before.current, held.lists) as TodayLists;
  useEffect(() => {
    before.current = still;
  });
  useEffect(() => {
    if (isWhole && (!isHeld || shown === undefined)) setShown(order);
  }, [isWhole, isHeld, order, shown]);
  return {
    lists: still,
    fresh: held.fresh,
    show: () => setShown(order),
    /** On what holds the rows. */
    area: {
      onPointerEnter: () => setOn((now) => ({ ...now, pointer: true })),
      onPointerLeave: () => setOn((now) => ({ ...now, pointer: false })),
      onFocus: () => setOn((now) => (now.focus ? now : { ...now, focus: true })),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) setOn((now) => ({ ...now, focus: false }));
      },
    },
  };
}

/** A list in which several rows are chosen: which ones a click or a key leaves chosen. */

/** The rows that are chosen, by their ids, and what they become. */
export interface MultipleChoice {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** What is held down with a click or a key: Ctrl keeps the others, Shift takes all from the anchor on. */
export interface Held {
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The ids that are chosen after the place `at` was picked. Alone it is the only one; with Ctrl it changes sides; with Shift
 * it ends the stretch that begins at `anchor`, with both the stretch comes on top.
 */
export function chooseAt(
  chosen: ReadonlySet<string>,
  idAt: (index: number) => string | undefined,
  { anchor, at }: { readonly anchor: number; readonly at: number },
  { ctrlKey, shiftKey }: Held,
): ReadonlySet<string> {
  const next = new Set(ctrlKey ? chosen : []);
  if (shiftKey) {
    for (let place = Math.min(anchor, at); place <= Math.max(anchor, at); place++) {
      const id = idAt(place);
      if (id !== undefined) next.add(id);
    }
    return next;
  }
  const id = idAt(at);
  if (id !== undefined && !next.delete(id)) next.add(id);
  return next;
}

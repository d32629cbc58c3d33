/** Where in the text of the e-mail a place of the page lies: each stretch of it tells its offset in `data-from`. */
function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const stretch = element?.closest<HTMLElement>('[data-from]');
  if (!stretch) return undefined;
  const before = document.createRange();
  before.setStart(stretch, 0);
  before.setEnd(node, offset);
  return Number(stretch.dataset.from) + before.toString().length;
}

/** What is selected in the e-mail, as UTF-16 offsets of its text; `undefined` when nothing is, or not only there. */
export function selectedInMail(): readonly [from: number, to: number] | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const from = offsetOf(range.startContainer, range.startOffset);
  const to = offsetOf(range.endContainer, range.endOffset);
  return from === undefined || to === undefined || to <= from ? undefined : [from, to];
}

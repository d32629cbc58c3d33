/** A text the head is changing before approving it (P30), with the hash of the text the change began from. */
export interface ApprovalEdit {
  readonly seen: string;
  readonly text: string;
}

/** Under which name a change is kept on the desk. */
export const editName = (id: string): string => `approvazione-${id}`;

/** The change from what the desk kept; `undefined` for anything else. */
export function readEdit(kept: string): ApprovalEdit | undefined {
  try {
    const { seen, text } = JSON.parse(kept) as Partial<Record<keyof ApprovalEdit, unknown>>;
    return typeof seen === 'string' && typeof text === 'string' ? { seen, text } : undefined;
  } catch {
    return undefined;
  }
}

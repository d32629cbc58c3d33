import { create } from 'zustand';

/** A text the head is changing before approving it (P30), with the hash of the text the change began from. */
export interface ApprovalEdit {
  readonly seen: string;
  readonly text: string;
}

/** Changes being written, by request: they outlive the screen, so that looking something up loses nothing. */
export const useApprovalEdits = create<{ readonly edits: Readonly<Record<string, ApprovalEdit>> }>(() => ({
  edits: {},
}));

/** Begins or goes on with the change of a text. */
export const editText = (id: string, edit: ApprovalEdit): void =>
  useApprovalEdits.setState(({ edits }) => ({ edits: { ...edits, [id]: edit } }));

/** The change was approved, or left. */
export const forgetEdit = (id: string): void =>
  useApprovalEdits.setState(({ edits }) => {
    const { [id]: _left, ...others } = edits;
    return { edits: others };
  });

import { create } from 'zustand';

/** Notes being written, by what they are about: they outlive the screen, Esc, and a change of person. */
export const useNoteDrafts = create<{ readonly drafts: Readonly<Record<string, string>> }>(() => ({ drafts: {} }));

/** Keeps what is typed; nothing when it is empty. */
export const keepDraft = (about: string, text: string): void =>
  useNoteDrafts.setState(({ drafts }) => {
    const { [about]: _before, ...others } = drafts;
    return { drafts: text === '' ? others : { ...others, [about]: text } };
  });

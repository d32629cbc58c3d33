import { create } from 'zustand';
import { call } from '#renderer/api.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';

/** Rest after the last key before a text is kept. */
const REST_MS = 600;

/** A text as it stands on this screen: it outlives the screen, so that leaving before it is kept loses nothing. */
export interface Writing {
  readonly text: string;
  readonly state: 'saving' | 'saved' | 'failed';
  readonly savedAt: Instant | null;
  /** Why the core could not keep it; it is tried again at the next key and when the core is back. */
  readonly problem: Problem | undefined;
}

interface Writings {
  /** By request. Only texts touched since the app was opened. */
  readonly texts: Readonly<Record<string, Writing>>;
  /** Reasons of findings that stay, by request and by `findingKey` (P25). */
  readonly kept: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Texts and reasons being written. */
export const useWritings = create<Writings>(() => ({ texts: {}, kept: {} }));

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const put = (id: string, writing: Writing): void =>
  useWritings.setState(({ texts }) => ({ texts: { ...texts, [id]: writing } }));

function stopTimer(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Takes a text as typed; it is kept `REST_MS` after the last key. */
export function write(id: string, text: string): void {
  const before = useWritings.getState().texts[id];
  if (before?.text === text) return;
  put(id, { text, state: 'saving', savedAt: before?.savedAt ?? null, problem: before?.problem });
  stopTimer(id);
  timers.set(
    id,
    setTimeout(() => void saveNow(id), REST_MS),
  );
}

/** Keeps the text of a request at once, when it is not kept yet: before leaving, and after a problem. */
export async function saveNow(id: string): Promise<void> {
  stopTimer(id);
  const writing = useWritings.getState().texts[id];
  if (!writing || writing.state === 'saved') return;
  const { text } = writing;
  const reply = await call('drafts.save', { id, text });
  const now = useWritings.getState().texts[id];
  if (now?.text !== text) return;
  if (reply.ok) put(id, { text, state: 'saved', savedAt: reply.value.savedAt, problem: undefined });
  else put(id, { ...now, state: 'failed', problem: reply.error });
}

/** Keeps every text that is not kept yet: the core is back, or the window closes. */
export async function saveAllNow(): Promise<void> {
  await Promise.all(Object.keys(useWritings.getState().texts).map(saveNow));
}

/** The core has the text now by another way (forwarded): what was typed here is no longer needed. */
export function forgetWriting(id: string): void {
  stopTimer(id);
  useWritings.setState(({ texts, kept }) => {
    const { [id]: _text, ...otherTexts } = texts;
    const { [id]: _kept, ...otherKept } = kept;
    return { texts: otherTexts, kept: otherKept };
  });
}

/** Notes why a finding stays; an empty reason takes it back. */
export function keepFinding(id: string, key: string, why: string): void {
  useWritings.setState(({ kept }) => {
    const { [key]: _before, ...others } = kept[id] ?? {};
    return { kept: { ...kept, [id]: why === '' ? others : { ...others, [key]: why } } };
  });
}

/** How the texts of this desk stand: what the status bar says. */
export function useSaving(): { readonly saving: number; readonly failed: number } {
  const texts = useWritings((state) => state.texts);
  const count = (wanted: Writing['state']) => Object.values(texts).filter(({ state }) => state === wanted).length;
  return { saving: count('saving'), failed: count('failed') };
}

/** The text to show: the one typed here when it is newer than what the core answered. */
export function useText(id: string, answered: { readonly text: string; readonly savedAt: Instant | null }): string {
  const writing = useWritings((state) => state.texts[id]);
  if (!writing) return answered.text;
  const older = writing.state === 'saved' && (writing.savedAt ?? '') < (answered.savedAt ?? '');
  return older ? answered.text : writing.text;
}

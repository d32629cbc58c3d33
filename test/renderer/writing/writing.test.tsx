import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetWriting, keepFinding, saveAllNow, saveNow, useWritings, write } from '#renderer/writing/writing.ts';
import { type TestBridge, townBridge } from '../../helpers/bridge.ts';

const full = {
  code: 'disk-full',
  what: 'Il disco è pieno.',
  why: 'Il testo è sullo schermo.',
  remedy: 'Libera spazio.',
};
let bridge: TestBridge;

beforeEach(() => {
  vi.useFakeTimers();
  bridge = townBridge();
  vi.stubGlobal('puntosi', bridge);
});
afterEach(() => {
  for (const id of Object.keys(useWritings.getState().texts)) forgetWriting(id);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const state = (id: string) => useWritings.getState().texts[id];

test('a text is kept 600 ms after the last key, once', async () => {
  write('nido-1', 'C');
  await vi.advanceTimersByTimeAsync(500);
  write('nido-1', 'Ciao');
  await vi.advanceTimersByTimeAsync(599);
  expect(bridge.inputsOf('drafts.save')).toEqual([]);
  expect(state('nido-1')?.state).toBe('saving');
  await vi.advanceTimersByTimeAsync(1);
  expect(bridge.inputsOf('drafts.save')).toEqual([{ id: 'nido-1', text: 'Ciao' }]);
  expect(state('nido-1')).toMatchObject({ state: 'saved', savedAt: '2026-11-24T08:12:00.000Z' });
});

test('leaving keeps it at once, and only what is not kept yet', async () => {
  write('nido-1', 'Ciao');
  await saveNow('nido-1');
  await saveNow('nido-1');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(bridge.inputsOf('drafts.save')).toHaveLength(1);
});

test('a text the core cannot keep stays here, and is kept when the core is back', async () => {
  bridge.fail('drafts.save', full);
  write('nido-1', 'Ciao');
  await vi.advanceTimersByTimeAsync(600);
  expect(state('nido-1')).toMatchObject({ text: 'Ciao', state: 'failed', problem: full });
  bridge.fail('drafts.save');
  await saveAllNow();
  expect(state('nido-1')).toMatchObject({ text: 'Ciao', state: 'saved', problem: undefined });
});

test('an answer that comes after more was typed does not pass for the newer text', async () => {
  write('nido-1', 'Ciao');
  const saving = saveNow('nido-1');
  write('nido-1', 'Ciao a tutti');
  await saving;
  expect(state('nido-1')).toMatchObject({ text: 'Ciao a tutti', state: 'saving' });
});

test('a reason is noted, changed and taken back; a forwarded text leaves nothing behind', () => {
  keepFinding('nido-1', 'D01 domenica', 'così sulla locandina');
  keepFinding('nido-1', 'T02 .', 'stile');
  keepFinding('nido-1', 'T02 .', '');
  expect(useWritings.getState().kept['nido-1']).toEqual({ 'D01 domenica': 'così sulla locandina' });
  write('nido-1', 'Ciao');
  forgetWriting('nido-1');
  expect(useWritings.getState()).toEqual({ texts: {}, kept: {} });
});

import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createQueries, useAnswer, useFreshAnswers } from '#renderer/api.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { contract, isChangedBy } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import { ok } from '#shared/kernel/result.ts';

/** A bridge that counts what it is asked and answers nothing of use. */
function countingBridge() {
  const asked: MethodName[] = [];
  let tell: (event: WindowEvent) => void = () => undefined;
  const bridge: Window['puntosi'] = {
    call: async (method) => {
      asked.push(method);
      return ok({});
    },
    onEvent: (listener) => {
      tell = listener;
      return () => undefined;
    },
    platform: { system: 'linux' },
  };
  Object.defineProperty(window, 'puntosi', { value: bridge, configurable: true });
  return { asked, tell: (event: WindowEvent) => act(async () => tell(event)) };
}

function Screen() {
  useFreshAnswers();
  useAnswer('people.roster', {});
  useAnswer('queue.list', {});
  useAnswer('register.view', {});
  return null;
}

test.each([
  [['people'], ['people.roster', 'queue.list']],
  [['share'], ['queue.list']],
  [['register'], ['register.view']],
  [['presence'], []],
])('what changed is %j: only the questions that read it are asked again', async (topics, again) => {
  const { asked, tell } = countingBridge();
  render(
    <QueryClientProvider client={createQueries()}>
      <Screen />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(asked).toHaveLength(3));
  asked.length = 0;
  await tell({ name: 'changed', topics });
  expect(asked.toSorted()).toEqual(again);
});

test('a storm of changes never asks a question twice at once, and asks once more after the last', async () => {
  const { asked, tell } = countingBridge();
  const held: (() => void)[] = [];
  const answer = (): Promise<void> =>
    act(async () => {
      for (const release of held.splice(0)) release();
    });
  const { call } = window.puntosi;
  Object.assign(window.puntosi, {
    call: async (...question: Parameters<typeof call>) => {
      const reply = await call(...question);
      await new Promise<void>((release) => held.push(release));
      return reply;
    },
  });
  render(
    <QueryClientProvider client={createQueries()}>
      <Screen />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(held).toHaveLength(3));
  // While the first answers are still on their way, and while those after them are.
  for (const round of [1, 2]) {
    for (let mail = 0; mail < 50; mail++) await tell({ name: 'changed', topics: ['register'] });
    expect(asked.filter((method) => method === 'register.view')).toHaveLength(round);
    await answer();
    await waitFor(() => expect(held).toHaveLength(1));
  }
  await answer();
  expect(asked.filter((method) => method === 'register.view')).toHaveLength(3);
  expect(asked.filter((method) => method === 'people.roster')).toHaveLength(1);
  await tell({ name: 'changed', topics: ['register'] });
  expect(asked.filter((method) => method === 'register.view')).toHaveLength(4);
});

test('after a crash of the core every question is asked again', async () => {
  const { asked, tell } = countingBridge();
  render(
    <QueryClientProvider client={createQueries()}>
      <Screen />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(asked).toHaveLength(3));
  const problem = {
    code: 'core-died',
    what: 'Il programma si è fermato.',
    why: '',
    remedy: 'Controlla l’ultimo passo.',
  };
  await tell({ name: 'restarted', problem });
  expect(asked).toHaveLength(6);
});

test('an act is no question: nothing changes it', () => {
  const acts = (Object.keys(contract) as MethodName[]).filter((name) => !('reads' in contract[name]));
  expect(acts).toContain('queue.approve');
  const everything = ['people', 'register', 'requests', 'drafts', 'queue', 'report', 'service', 'share'];
  expect(acts.filter((name) => isChangedBy(name, everything))).toEqual([]);
});

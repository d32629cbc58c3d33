import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answeredText } from '#renderer/drafts/request/answeredText.ts';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const AT = '2026-11-24T07:40:00.000Z';
const OFFERED = 'Le iscrizioni al nido chiudono martedì 22 dicembre.';
const ANSWER: RequestDetail['answers'][number] = {
  ...{ mail: 'm2', receivedAt: AT, withdraws: false, fromHead: false },
  says: { sendDate: null, sendTime: null, link: null, text: OFFERED },
};
const UNREAD = [{ mail: 'm2', at: AT, fromHead: false, withdraws: false }];
const shown = { answers: [ANSWER], unread: UNREAD, mails: [], savedAt: null };

describe('the text of an answer is offered', () => {
  test('while nobody has read the answer, or nobody has written since', () => {
    expect(answeredText(shown, 'Altro')).toMatchObject({ mail: 'm2', text: OFFERED, at: AT });
    expect(answeredText({ ...shown, unread: [] }, 'Altro')).toBeDefined();
    expect(answeredText({ ...shown, unread: [], savedAt: '2026-11-24T08:00:00.000Z' }, 'Altro')).toBeUndefined();
  });

  test('never when it is the text already, is the head’s, or is none', () => {
    expect(answeredText(shown, ` ${OFFERED} `)).toBeUndefined();
    expect(answeredText({ ...shown, answers: [{ ...ANSWER, fromHead: true }] }, 'Altro')).toBeUndefined();
    const says = { ...ANSWER.says, text: null };
    expect(answeredText({ ...shown, answers: [{ ...ANSWER, says }] }, 'Altro')).toBeUndefined();
  });
});

test('with its source and what changes; one key uses it, another takes it back (P17, P67)', async () => {
  const bridge = townBridge();
  const from = { name: 'Renato Sartor', address: 'nido@comune.valdombra.example' };
  bridge.alter('requests.get', (real) => ({
    ...real,
    ...{ answers: [ANSWER], unread: UNREAD },
    mails: [
      ...real.mails,
      {
        ...{ id: 'm2', kind: 'answers' as const, at: AT, from, to: [], subject: 'R:', text: OFFERED, attachments: [] },
        ...{ says: ANSWER.says, withdraws: false, fromHead: false, letter: null },
      },
    ],
  }));
  const acts = {
    onOpen: vi.fn(),
    onBack: vi.fn(),
    onAsk: vi.fn(),
    onSee: vi.fn(),
    onPause: vi.fn(),
    onWithdraw: vi.fn(),
  };
  const neighbours = { position: 1, total: 1, previous: undefined, next: undefined };
  const { user } = showScreen(() => <RequestScreen id="nido-1" {...acts} neighbours={neighbours} />, bridge);
  const offer = within(await screen.findByRole('region', { name: /^Dal messaggio di Renato Sartor/ }));
  expect(offer.getByRole('region', { name: 'Che cosa cambia' }).querySelector('ins')).toBeTruthy();
  const text = () => useWritings.getState().texts['nido-1']?.text;
  const before = (await bridge.call('requests.get', { id: 'nido-1' })) as { value: RequestDetail };
  await user.keyboard('{Alt>}t{/Alt}');
  expect(text()).toBe(OFFERED);
  expect(screen.queryByRole('region', { name: /^Dal messaggio/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Annulla(?! l)/ }));
  expect(text()).toBe(before.value.text);
  await user.click(await screen.findByRole('button', { name: 'Tieni il mio' }));
  expect(screen.queryByRole('region', { name: /^Dal messaggio/ })).toBeNull();
});

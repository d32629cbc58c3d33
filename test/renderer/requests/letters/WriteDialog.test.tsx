import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WriteDialog } from '#renderer/requests/letters/WriteDialog.tsx';
import { forgetWriting, useWritings } from '#renderer/writing/writing.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  for (const name of Object.keys(useWritings.getState().texts)) forgetWriting(name);
  vi.unstubAllGlobals();
});

async function shown() {
  const onWritten = vi.fn();
  const acts = { onWritten, onClose: vi.fn() };
  const screens = showScreen(() => <WriteDialog {...acts} />);
  await screen.findByRole('dialog', { name: 'Scrivi una richiesta' });
  return { ...screens, ...acts };
}

test('a typed request needs only what it is about; the rest is completed later', async () => {
  const { bridge, user, onWritten } = await shown();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Scrivi di che cosa parla l’avviso.')).toBeTruthy();
  await user.type(screen.getByLabelText('Argomento'), 'Guasto all’acquedotto');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const [written] = await awaitCalls(bridge, 'requests.write');
  expect(written).toMatchObject({ title: 'Guasto all’acquedotto', text: '', corrects: null });
  expect(written?.data).toMatchObject({ sendDate: null, link: null, office: null });
  await waitFor(() => expect(onWritten).toHaveBeenCalledOnce());
});

test('a date is understood as people say it, or asked again', async () => {
  const { bridge, user } = await shown();
  await user.type(screen.getByLabelText('Argomento'), 'Guasto');
  await user.selectOptions(screen.getByLabelText('Ufficio che chiede'), 'Ambiente');
  await user.type(screen.getByLabelText('Data richiesta'), 'presto');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText(/Non capisco questa data/)).toBeTruthy();
  await user.clear(screen.getByLabelText('Data richiesta'));
  await user.type(screen.getByLabelText('Data richiesta'), 'domani alle 10');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const [written] = await awaitCalls(bridge, 'requests.write');
  expect(written?.data).toMatchObject({ sendDate: '2026-11-25', sendTime: '10:00', office: 'Ambiente' });
});

test('a rettifica begins with the words of the wrong notice and stays linked to it (P37)', async () => {
  const wrong = {
    ...{ id: 'entry-204', number: '2026/0204', title: 'Sciopero', text: 'Il nido resta chiuso.' },
    kind: 'sent' as const,
    when: '2026-11-23T09:00:00.000Z',
    ...{ office: 'Scuola', link: 'https://www.comune.valdombra.example/novita/nido' },
  };
  const { bridge, user } = showScreen(() => <WriteDialog wrong={wrong} onWritten={vi.fn()} onClose={vi.fn()} />);
  await screen.findByRole('dialog', { name: 'Rettifica di 2026/0204' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'requests.write')).toMatchObject([
    {
      title: 'Rettifica: Sciopero',
      text: `*Rettifica*\n\n${wrong.text}`,
      corrects: wrong.id,
      data: { office: 'Scuola', link: wrong.link, sendDate: '2026-11-24', sendTime: null },
    },
  ]);
});

test('what was typed outlives closing, until the request is there (P67)', async () => {
  const first = await shown();
  await first.user.type(screen.getByLabelText('Argomento'), 'Chiusura di via Po');
  await first.user.type(screen.getByLabelText('Testo chiesto'), 'Da lunedì via Po è chiusa.');
  await first.user.click(screen.getByRole('button', { name: 'Lascia stare' }));
  cleanup();
  const again = await shown();
  expect(screen.getByLabelText<HTMLInputElement>('Argomento').value).toBe('Chiusura di via Po');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Testo chiesto').value).toBe('Da lunedì via Po è chiusa.');
  await again.user.click(screen.getByRole('button', { name: /^Crea e prendi in carico/ }));
  await awaitCalls(again.bridge, 'requests.write');
  cleanup();
  await shown();
  expect(screen.getByLabelText<HTMLInputElement>('Argomento').value).toBe('');
});

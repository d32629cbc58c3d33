/** An approval from elsewhere, or without the PIN, is confirmed: by the head, or for her (P6, P38). */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ConfirmApprovalDialog } from '#renderer/service/today/ConfirmApprovalDialog.tsx';
import type { JobRow } from '#shared/queue/views.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';
import { jobWith } from '../../queue/jobs.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const UNBOUND = { unbound: 'vidal', approvedOn: { by: 'vidal', desk: 'Sportello 9' } } as const;

async function shown(person: string, change: Partial<JobRow> = {}) {
  const onClose = vi.fn();
  const job = jobWith({ ...UNBOUND, ...change });
  const shows = showScreen(() => <ConfirmApprovalDialog job={job} onClose={onClose} />, townBridge({ person }));
  const dialog = await screen.findByRole('dialog', { name: `Approvazione da confermare: ${job.notice.title}` });
  return { ...shows, onClose, dialog, job };
}

test('the head sees the text and confirms with one key; what is not hers she is told not to confirm', async () => {
  const { bridge, user, dialog, job, onClose } = await shown('vidal');
  expect(dialog.textContent).toContain('su «Sportello 9», che non è una delle sue postazioni');
  expect(dialog.textContent).toContain(job.notice.text.slice(0, 40));
  expect(dialog.textContent).toContain('Se non l’hai approvato tu non confermare');
  bridge.alter('queue.confirmApproval', () => ({}));
  bridge.fail('queue.confirmApproval', { code: 'not-bound-here', what: 'Qui non può confermare.', remedy: 'Altrove.' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Qui non può confermare');
  expect(onClose).not.toHaveBeenCalled();
  expect(await awaitCalls(bridge, 'queue.confirmApproval')).toEqual([{ id: job.id, how: 'app', note: '' }]);
});

test('anybody else records what she said, by telephone or by e-mail, with the words', async () => {
  const { bridge, user, job } = await shown('bellin');
  expect(screen.queryByRole('button', { name: /L’ho approvato io/ })).toBeNull();
  await user.type(screen.getByRole('textbox', { name: 'Che cosa ha detto Ornella Vidal' }), 'Alle 10: è sua.');
  await user.click(screen.getByRole('button', { name: 'Me l’ha scritto per e-mail' }));
  await user.click(screen.getByRole('button', { name: /Me l’ha detto per telefono/ }));
  expect((await awaitCalls(bridge, 'queue.confirmApproval', 2)).map(({ how, note }) => `${how}: ${note}`)).toEqual([
    'e-mail: Alle 10: è sua.',
    'telefono: Alle 10: è sua.',
  ]);
  expect(bridge.inputsOf('queue.confirmApproval')[0]?.id).toBe(job.id);
});

test('says when it is the PIN that is missing, and when nobody knows the desk', async () => {
  const { dialog } = await shown('vidal', { lacksPin: true });
  expect(dialog.textContent).toContain('su «Sportello 9», ma senza il suo PIN. Finché non è confermato non parte.');
  cleanup();
  expect((await shown('vidal', { approvedOn: null })).dialog.textContent).toContain('su una postazione senza nome,');
});

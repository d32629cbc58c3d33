import { SENDINGS, type Sending } from '../../helpers/morning/sendings.ts';

/** A sending of the invented town that waits, with something changed. */
export function sendingWith(change: Partial<Sending> = {}): Sending {
  const sending = SENDINGS.find(({ state }) => state === 'queued');
  if (!sending) throw new Error('Nothing waits in the queue.');
  return { ...sending, ...change };
}

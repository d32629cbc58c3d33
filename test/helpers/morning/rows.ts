import { FIRST_IN_WORK, type RequestRow } from '#shared/requests/views.ts';
import type { TestBridge } from '../bridge.ts';

/** Every request of a desk as the lists show it, those in work first. */
export async function allRows({ ask }: TestBridge): Promise<readonly RequestRow[]> {
  const decided = await ask('requests.decided', { text: '', limit: 500 });
  return [...(await ask('requests.list', FIRST_IN_WORK)).rows, ...decided.rows];
}

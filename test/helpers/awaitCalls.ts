import { waitFor } from '@testing-library/react';
import type { Input, MethodName } from '#shared/ipc/contract.ts';
import type { TestBridge } from './bridge.ts';

/** Waits until the bridge got `count` calls of `method`, and gives their inputs. */
export function awaitCalls<Method extends MethodName>(
  bridge: TestBridge,
  method: Method,
  count = 1,
): Promise<readonly Input<Method>[]> {
  return waitFor(() => {
    const found = bridge.inputsOf(method);
    if (found.length < count) throw new Error(`${method}: ${found.length} of ${count} calls`);
    return found;
  });
}

import type { App } from '#electron/app.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { contract, type Input, type Output } from '#shared/ipc/contract.ts';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';

/** A problem met where the demo expects none: it stops the demo and is told as it is. */
export class DemoStopped extends Error {
  readonly problem: Problem;
  constructor(method: MethodName, problem: Problem) {
    super(`${method}: ${accountOf(problem)}`);
    this.problem = problem;
  }
}

/** Runs a use-case through the one door, as a screen would, and gives its value; throws `DemoStopped` on a problem. */
export async function act<Method extends MethodName>(
  app: App,
  method: Method,
  input: Input<Method>,
): Promise<Output<Method>> {
  const reply = await app.call(method, input);
  if (!reply.ok) throw new DemoStopped(method, reply.error);
  return contract[method].output.parse(reply.value) as Output<Method>;
}

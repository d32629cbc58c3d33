import type { Command } from './command.ts';
import { demo } from './demo.ts';

/** Every command, in the order of the usage text. A new one is a file beside this and a line here. */
export const commands: readonly Command[] = [demo];

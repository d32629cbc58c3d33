import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

/** One command of the command line (see the README of electron/cli). */
export interface Command {
  /** Options of its own, besides those every command understands. */
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Options without which the call is wrong usage. */
  readonly required?: readonly string[];
  /** Whether files are named after the command, and how many: `[least, most]`. */
  readonly files: readonly [least: number, most: number];
  /** Whether what it found makes the command fail all the same. */
  readonly isWrong?: (value: unknown) => boolean;
  readonly run: (call: CommandCall) => Promise<Result<unknown, Problem>>;
}

/** How a command was called. */
export interface CommandCall {
  readonly files: readonly string[];
  readonly option: (name: string) => string | undefined;
  /** The value of an option of `required`. */
  readonly needed: (name: string) => string;
  readonly flag: (name: string) => boolean;
  /** Tells the person at the terminal, on stderr; silent with `--quiet`. */
  readonly tell: (line: string) => void;
}

import type { Problem } from '#shared/kernel/problem.ts';

/** A problem as the banner shows it: what happened, then why and what is safe, then what to do. */
export interface ProblemWords {
  /** What happened, without a full stop. */
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The three parts of L6 out of the kernel's Problem: the first sentence of its message becomes the heading. */
export function problemOf(problem: Problem): ProblemWords {
  const message = problem.message.trim();
  const end = /[.?](?=\s+[\p{Lu}«])/u.exec(message);
  const heading = (end ? message.slice(0, end.index + 1) : message).replace(/\.$/, '');
  const rest = end ? message.slice(end.index + 1).trim() : '';
  return { heading, lines: [rest, problem.remedy].filter((line) => line !== '') };
}

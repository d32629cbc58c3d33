import type { ShareView } from '#shared/service/share.ts';

type LoggedShare = Pick<ShareView, 'state' | 'problem' | 'asideCounts' | 'gaps' | 'forks'>;

/** How the shared register stands, in one line for the log: names no file, no desk, no person. */
export function sharingLine({ state, problem, asideCounts, gaps, forks }: LoggedShare): string {
  const aside = Object.entries(asideCounts)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([reason, count]) => `${count} ${reason}`);
  return [
    `registro condiviso: ${state}`,
    ...(problem ? [`problema ${problem.code}`] : []),
    ...(aside.length > 0 ? [`file messi da parte: ${aside.join(', ')}`] : []),
    ...(gaps.length > 0 ? [`${gaps.length} mancanze`] : []),
    ...(forks.length > 0 ? [`${forks.length} biforcazioni`] : []),
  ].join(', ');
}

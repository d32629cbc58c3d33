import type { ReportView } from '#shared/report/views.ts';
import { type FakeReportOptions, fakeReport } from '../../helpers/fakeReport.ts';

const NOW = '2026-11-24T08:12:00.000Z';

/** The report of September and October as the fake desk tells it. */
export function reportView(options: FakeReportOptions = { report: 'invoice' }): ReportView {
  const reply = fakeReport(options, NOW, false)['report.get']({ period: '2026-5' });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** The same, with the first differing pair only probable. */
export function withPairToConfirm(view: ReportView): ReportView {
  const { comparison } = view;
  const pair = comparison?.matched.find(({ differences }) => differences.length > 0);
  if (!comparison || !pair) throw new Error('no pair that differs');
  const matched = comparison.matched.filter((each) => each !== pair);
  return {
    ...view,
    comparison: { ...comparison, matched, toConfirm: [{ ...pair, why: 'alike', score: 0.72 }] },
  };
}

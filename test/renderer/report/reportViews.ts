import type { ReportView } from '#shared/report/views.ts';
import { type BridgeOptions, townBridge } from '../../helpers/bridge.ts';

/** What was asked once in this file. */
const asked = new Map<string, Promise<ReportView>>();

/** The report of September and October as the core tells it. */
export function reportView(options: BridgeOptions = { report: 'invoice' }): Promise<ReportView> {
  const key = JSON.stringify(options);
  const view = asked.get(key) ?? townBridge(options).ask('report.get', { period: '2026-5' });
  asked.set(key, view);
  return view;
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

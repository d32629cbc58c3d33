import './report.css';
import './invoice.css';
import './reconcile.css';
import { useMemo, useState } from 'react';
import { figuresOf, rowsOfPeriod } from '#shared/report/figures.ts';
import { daysOfPeriod, type Period, periodOf, previousPeriod, sayPeriod, yearBefore } from '#shared/report/period.ts';
import { registerRows } from '#shared/report/registerRows.ts';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import { Loading, ProblemBanner, problemOf, ScreenHead, SelectField } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import { nextSentence } from './conclusionWords.ts';
import { InvoiceCountdown } from './InvoiceCountdown.tsx';
import { ReportDesk } from './ReportDesk.tsx';
import { periodChoices, reportSentence, sayTitle } from './reportWords.ts';

export interface ReportScreenProps {
  readonly status: Status;
}

/**
 * The period on screen, with its rows: the one chosen, else the last one that is over, else the current one when only
 * that has notices.
 */
function usePeriod({ today, profile }: Status, chosen: Period | undefined) {
  const current = periodOf(today);
  const over = previousPeriod(current);
  const { value: entries, problem } = useAnswer('register.list', {
    from: daysOfPeriod(yearBefore(chosen ?? over)).from,
    to: daysOfPeriod(chosen ?? current).to,
  });
  return useMemo(() => {
    if (!entries) return { period: chosen ?? over, problem, found: undefined };
    const all = registerRows(entries, profile.calendar);
    const period =
      chosen ?? (rowsOfPeriod(all, over).length === 0 && rowsOfPeriod(all, current).length > 0 ? current : over);
    const found = { figures: figuresOf(period, all, profile.calendar), rows: rowsOfPeriod(all, period) };
    return { period, problem, found };
  }, [entries, problem, chosen, over, current, profile.calendar]);
}

/** The report of two months (P50): its figures from the register, the contractor's files, the decision, and the PDF. */
export function ReportScreen({ status }: ReportScreenProps) {
  const [chosen, setChosen] = useState<Period>();
  const { period, problem, found } = usePeriod(status, chosen);
  const { today } = status;
  const reply = useAnswer('report.get', { period });
  const { value: view } = reply;
  const isOver = daysOfPeriod(period).to < today;
  const sentence =
    found && (view && isOver && found.rows.length > 0 ? nextSentence(view) : reportSentence(found.figures, today));
  return (
    <>
      <ScreenHead title={sayTitle(period)} sentence={sentence}>
        <div className="report-period">
          <SelectField
            label="Cambia periodo"
            value={period}
            options={periodChoices(today).map((value) => ({ value, label: capitalised(sayPeriod(value)) }))}
            onChange={setChosen}
          />
        </div>
        {view?.deadline && <InvoiceCountdown deadline={view.deadline} />}
      </ScreenHead>
      {problem && <ProblemBanner {...problemOf(problem)} />}
      {!found && !problem && <Loading label="Conto gli avvisi del periodo" />}
      {found && <ReportDesk key={period} figures={found.figures} rows={found.rows} reply={reply} status={status} />}
    </>
  );
}

import './report.css';
import './invoice.css';
import './reconcile.css';
import { useMemo, useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { nextSentence } from '#renderer/report/conclusion/conclusionWords.ts';
import { InvoiceCountdown } from '#renderer/report/invoice/InvoiceCountdown.tsx';
import { useSession } from '#renderer/session.tsx';
import { Loading, ProblemBanner, problemOf, ScreenHead, SelectField } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { figuresOf, rowsOfPeriod } from '#shared/report/figures/figures.ts';
import { registerRows } from '#shared/report/figures/registerRows.ts';
import { daysOfPeriod, type Period, periodOf, previousPeriod, sayPeriod, yearBefore } from '#shared/report/period.ts';
import { ReportDesk } from './ReportDesk.tsx';
import { periodChoices, reportSentence, sayTitle } from './reportWords.ts';

/**
 * The period on screen, with its rows: the one chosen, else the last one that is over, else the current one when only
 * that has notices.
 */
function usePeriod({ today, profile }: Session, chosen: Period | undefined) {
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
export function ReportScreen({ first }: { readonly first?: Period | undefined }) {
  const session = useSession();
  const [chosen, setChosen] = useState<Period | undefined>(first);
  const { period, problem, found } = usePeriod(session, chosen);
  const { today } = session;
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
      {found && <ReportDesk key={period} figures={found.figures} rows={found.rows} reply={reply} />}
    </>
  );
}

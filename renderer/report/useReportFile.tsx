import type { ReactNode } from 'react';
import { useAct } from '#renderer/api.ts';
import { type Action, DropTarget } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { INVOICE_ENDINGS, MAX_REPORT_FILE_BYTES, STATEMENT_ENDINGS } from '#shared/report/dropped.ts';
import type { ReportView } from '#shared/report/views.ts';

const FILES = {
  invoice: { method: 'report.chooseInvoice', what: 'la fattura', endings: INVOICE_ENDINGS },
  statement: { method: 'report.chooseStatement', what: 'il rendiconto', endings: STATEMENT_ENDINGS },
} as const;

/** A file of the report, dropped on its place or chosen with a button. */
export interface ReportFile {
  /** The place where it is dropped, with its button. */
  readonly target: ReactNode;
  /** The button of the action bar. */
  readonly action: Action;
  readonly onChoose: () => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/** How the invoice or the statement of two months is brought (P51, P52); one that runs is not begun again. */
export function useReportFile(kind: keyof typeof FILES, period: ReportView['period'], isThere: boolean): ReportFile {
  const { method, what, endings } = FILES[kind];
  const { run, busy, problem } = useAct(method);
  const onChoose = () => {
    if (!busy) void run({ period });
  };
  return {
    target: (
      <DropTarget
        what={what}
        endings={endings}
        maximum={MAX_REPORT_FILE_BYTES}
        onFile={(dropped) => void (busy || run({ period, dropped }))}
        onChoose={onChoose}
      />
    ),
    action: {
      label: isThere ? 'Scegli un altro file…' : `Scegli ${what}…`,
      icon: 'folder',
      keys: 'Control+O',
      onRun: onChoose,
    },
    ...{ onChoose, busy, problem },
  };
}

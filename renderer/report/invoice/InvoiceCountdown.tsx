import { Chip } from '#renderer/ui/index.ts';
import type { ReportView } from '#shared/report/views.ts';
import { countdownWords } from './invoiceWords.ts';

export interface InvoiceCountdownProps {
  readonly deadline: NonNullable<ReportView['deadline']>;
}

const BLOCKS = Array.from({ length: 10 }, (_, index) => index);

/** The ten days of P53 in the head: text, and one block for each day, full when it is over (L4). */
export function InvoiceCountdown({ deadline }: InvoiceCountdownProps) {
  const { lead, rest, second, label, full, alarm } = countdownWords(deadline);
  return (
    <div className="countdown" role="timer" aria-label={label} aria-live="off">
      <div>
        <p>
          <b>{lead}</b> {rest}
        </p>
        <p className="small muted">{second}</p>
      </div>
      <svg width="128" height="22" viewBox="0 0 128 22" aria-hidden="true">
        {BLOCKS.map((block) => (
          <rect
            key={block}
            className={block < full ? 'countdown-full' : 'countdown-left'}
            x={0.5 + block * 13}
            y="3.5"
            width="10"
            height="15"
            rx="1"
          />
        ))}
      </svg>
      {alarm && (
        <Chip tone={alarm.tone} sign={alarm.sign}>
          {alarm.word}
        </Chip>
      )}
    </div>
  );
}

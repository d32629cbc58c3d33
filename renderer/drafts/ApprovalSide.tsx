import { useMemo } from 'react';
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plannedMoment } from '#shared/queue/decide.ts';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import { Button, PaneBody, PaneHeader, Sign, type SignName, WhatsAppPreview } from '../ui/index.ts';
import { capitalised, sayPlainDay } from '../ui/moments.ts';
import { firstSite, previewLines } from './previewLines.ts';

const SIGNS: Readonly<Record<CheckLine['outcome'], SignName>> = {
  'a posto': 'done',
  'da vedere': 'warning',
  'da correggere': 'error',
  'non verificato': 'unverified',
};

function Check({ line, outcome, detail, why }: CheckLine) {
  return (
    <li className="approval-check">
      <Sign name={SIGNS[outcome]} label={outcome} />
      <span>
        {capitalised(line)}: {detail}
        {why && <span className="approval-why">Va bene così: {why}</span>}
      </span>
    </li>
  );
}

export interface ApprovalSideProps {
  readonly view: ApprovalView;
  /** The text as it would be approved now. */
  readonly text: string;
  readonly status: Status;
  /** Closes the pane where it lies over the text. */
  readonly onClose: () => void;
}

/** The checklist as it stood when the text was forwarded (P25), and how citizens will see it. */
export function ApprovalSide({ view, text, status, onClose }: ApprovalSideProps) {
  const { checks, request } = view;
  const lines = useMemo(() => previewLines(text), [text]);
  const site = useMemo(() => firstSite(text), [text]);
  const fine = checks.filter(({ outcome }) => outcome === 'a posto').length;
  const { sendDate, sendTime } = request.data;
  const planned = romeOf(plannedMoment(status.profile.calendar, status.now, sendDate, sendTime));
  const pressure = useAnswer('service.pressure', { date: planned.day, id: view.id }).value;
  return (
    <PaneBody label="Esito dei controlli e anteprima">
      <PaneHeader
        title="Controlli"
        note={
          checks.length > 0 && (
            <span className="row">
              <Sign name={fine === checks.length ? 'done' : 'warning'} size={14} />
              {fine} di {checks.length} a posto
            </span>
          )
        }
      >
        <Button kind="quiet" size="small" icon="close" label="Chiudi" className="only-compact" onClick={onClose} />
      </PaneHeader>
      {checks.length === 0 && (
        <p className="approval-checks small muted">Di questo testo non è rimasto l’esito dei controlli.</p>
      )}
      {(checks.length > 0 || pressure) && (
        <ul className="approval-checks">
          {checks.map((check) => (
            <Check key={check.line} {...check} />
          ))}
          {pressure && (
            <li className="approval-check">
              <Sign name={pressure.windows.some(({ isOver }) => isOver) ? 'warning' : 'info'} />
              <span>{pressure.sentence}</span>
            </li>
          )}
        </ul>
      )}
      <PaneHeader title="Come lo vede il cittadino" />
      <WhatsAppPreview
        lines={lines}
        day={sayPlainDay(planned.day)}
        time={planned.time}
        card={site === undefined ? undefined : { title: 'La notizia sul sito', site }}
      />
    </PaneBody>
  );
}

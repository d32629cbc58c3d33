import { type ReactNode, useMemo } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { CardNote, useNewsCard } from '#renderer/drafts/editor/newsCard.tsx';
import { previewLines } from '#renderer/drafts/editor/previewLines.ts';
import { WhatsAppPreview } from '#renderer/drafts/editor/WhatsAppPreview.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, type Mark, PaneBody, PaneHeader, Sign } from '#renderer/ui/index.ts';
import { capitalised, sayPlainDay } from '#renderer/ui/moments.ts';
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';

const FINE = confirmed({ word: 'a posto', evidence: 'È l’esito dei controlli tenuto con il testo.' });
const SIGNS: Readonly<Record<CheckLine['outcome'], Mark>> = {
  'a posto': FINE,
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
  /** Those of the text as it would be approved now. */
  readonly checks: readonly CheckLine[];
  /** They follow what the head writes; else they are those of the forwarding. */
  readonly isLive: boolean;
  /** The text as it would be approved now. */
  readonly text: string;
  /** The moment that was chosen for it; undefined = as planned. */
  readonly at: Instant | undefined;
  /** What is asked of the head before everything else. */
  readonly above?: ReactNode;
  /** Closes the pane where it lies over the text. */
  readonly onClose: () => void;
}

/** The checklist as it stood when the text was forwarded, or of the text the head changed (P25), and how citizens will see it. */
export function ApprovalSide({ view, checks, isLive, text, at, above, onClose }: ApprovalSideProps) {
  const session = useSession();
  const { request } = view;
  const lines = useMemo(() => previewLines(text), [text]);
  const { shown, card } = useNewsCard(text, request);
  const fine = checks.filter(({ outcome }) => outcome === 'a posto').length;
  const { sendDate, sendTime } = request.data;
  const planned = romeOf(at ?? plannedMoment(session.profile.calendar, session.now, sendDate, sendTime));
  const pressure = useAnswer('service.pressure', { date: planned.day, id: view.id }).value;
  return (
    <PaneBody label="Esito dei controlli e anteprima">
      {above}
      <PaneHeader
        title="Controlli"
        note={
          checks.length > 0 && (
            <span className="row">
              <Sign name={fine === checks.length ? FINE : 'warning'} size={14} />
              {fine} di {checks.length} a posto{isLive && ', adesso'}
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
        card={card}
        note={<CardNote shown={shown} />}
      />
    </PaneBody>
  );
}

import { useState } from 'react';
import { OfficeChoice } from '#renderer/requests/office/OfficeChoice.tsx';
import { Button, Dialog, Field, ProblemBanner, problemOf, SegmentedChoice, TextArea } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { ROUTES, type Route } from '#shared/people/profile/routes.ts';
import { type ReconcileRow, sayStatement, titleOf } from './reconcileLists.ts';
import type { DecisionOffer } from './reconcileOffers.ts';

/** What a person says of a message that was sent and never registered. */
export interface AddedMessage {
  readonly title: string;
  readonly office: string | null;
  readonly route: Route;
  readonly note: string;
}

export interface ReconcileAddProps {
  readonly row: ReconcileRow;
  readonly offer: DecisionOffer;
  readonly profile: Pick<Profile, 'offices' | 'normalRoute'>;
  readonly problem: Problem | undefined;
  readonly onRun: (message: AddedMessage) => void;
  readonly onClose: () => void;
}

const ROUTE_CHOICES = ROUTES.map((route) => ({ value: route, label: capitalised(route) }));

/**
 * Asks what the statement does not tell about a message that goes into the register (P40): a row is never deleted, so
 * this is confirmed in a dialog and has no undo (L1).
 */
export function ReconcileAdd({ row, offer, profile, problem, onRun, onClose }: ReconcileAddProps) {
  const [title, setTitle] = useState(() => titleOf(row));
  const [office, setOffice] = useState('');
  const [route, setRoute] = useState<Route>(profile.normalRoute);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [isUntitled, isUnexplained] = [title.trim() === '', note.trim() === ''];
  const run = () => {
    setAsked(true);
    if (isUntitled || isUnexplained) return;
    onRun({ title: title.trim(), office: office === '' ? null : office, route, note: note.trim() });
  };
  const { statement } = row;
  return (
    <Dialog
      title={offer.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            {offer.action}
          </Button>
        </>
      }
    >
      <p>{offer.explanation}</p>
      {statement && <p className="small muted">{capitalised(sayStatement(statement))}</p>}
      <Field
        label="Titolo"
        maxLength={200}
        value={title}
        onChange={setTitle}
        error={asked && isUntitled ? 'Scrivi di che cosa parla l’avviso.' : undefined}
      />
      <OfficeChoice
        label="Ufficio"
        live
        value={office || null}
        placeholder="Non noto"
        offices={profile.offices}
        onCommit={(name) => setOffice(name ?? '')}
      />
      <SegmentedChoice legend="Via" options={ROUTE_CHOICES} value={route} onChange={setRoute} />
      <TextArea
        label="Perché"
        rows={3}
        maxLength={2_000}
        value={note}
        onChange={setNote}
        error={asked && isUnexplained ? 'Scrivi come sai che l’avviso è stato chiesto e inviato.' : undefined}
      />
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}

import { useEffect, useState } from 'react';
import type { WrongNotice } from '#shared/register/views.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct, useAnswer } from './api.ts';
import { ApprovalScreen } from './drafts/ApprovalScreen.tsx';
import type { Neighbours } from './drafts/RequestHead.tsx';
import { RequestScreen } from './drafts/RequestScreen.tsx';
import { RulesSection } from './drafts/RulesSection.tsx';
import { AbsenceDialog } from './people/AbsenceDialog.tsx';
import { SettingsScreen } from './people/SettingsScreen.tsx';
import type { Place } from './places.ts';
import { QueueScreen } from './queue/QueueScreen.tsx';
import { RegisterScreen } from './register/RegisterScreen.tsx';
import { ReportScreen } from './report/ReportScreen.tsx';
import { AskDialog } from './requests/AskDialog.tsx';
import { PauseDialog } from './requests/PauseDialog.tsx';
import { RequestsScreen } from './requests/RequestsScreen.tsx';
import { openOrder, viewpointOf } from './requests/requestGroups.ts';
import { WriteDialog } from './requests/WriteDialog.tsx';
import { ScreenGuard } from './ScreenGuard.tsx';
import { ServiceScreen } from './service/ServiceScreen.tsx';
import { SharingSection } from './service/SharingSection.tsx';
import { TodayScreen } from './service/TodayScreen.tsx';
import type { Target } from './service/todayRows.ts';
import type { MailboxCheck } from './useMailbox.ts';

export interface PlaceScreenProps {
  readonly status: Status;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly mailbox: MailboxCheck;
}

/** Where a request stands in the list of open ones, and the title of the window. */
function useNeighbours(status: Status, id: string | undefined): Neighbours {
  const rows = useAnswer('requests.list', {}).value;
  const waiting = useAnswer('drafts.waiting', {}).value;
  const title = rows?.find((row) => row.id === id)?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - Avvisi PuntoSi`;
  }, [title]);
  const order = openOrder(rows ?? [], viewpointOf(status, waiting ?? []));
  const at = id === undefined ? -1 : order.indexOf(id);
  const beside = (step: 1 | -1) => (at < 0 ? undefined : order[at + step]);
  return { position: at + 1, total: order.length, previous: beside(-1), next: beside(1) };
}

/** The screen of a place. */
export function PlaceScreen({ status, place, onGo, mailbox }: PlaceScreenProps) {
  const key = `${place.section} ${place.request ?? ''} ${place.job ?? ''} ${place.emergency ?? ''} ${place.entry ?? ''} ${place.tab ?? ''}`;
  const neighbours = useNeighbours(status, place.request);
  const [left, setLeft] = useState<{ readonly id: string; readonly next: string | undefined }>();
  const [writing, setWriting] = useState(false);
  const [wrong, setWrong] = useState<WrongNotice>();
  const [absent, setAbsent] = useState(false);
  const [letter, setLetter] = useState<{ readonly kind: 'ask' | 'pause'; readonly id: string }>();
  const onAsk = (id: string) => setLetter({ kind: 'ask', id });
  const onPause = (id: string) => setLetter({ kind: 'pause', id });
  const look = useAct('service.seeDesk');
  const closeLetter = () => setLetter(undefined);
  useEffect(() => {
    if (key === '') return;
    // Below 900 px the page scrolls: a new screen begins at its head.
    window.scrollTo({ top: 0 });
    // What had the focus went away with the screen before, and this one has not taken it.
    if (document.activeElement === document.body) {
      document.getElementById('contenuto')?.focus({ preventScroll: true });
    }
  }, [key]);
  const openRequest = (request: string) => onGo({ section: 'requests', request });
  const see = ({ id, kind }: Pick<SimilarNotice, 'id' | 'kind'>) => {
    if (kind === 'sent') onGo({ section: 'register', entry: id });
    else if (kind === 'queued') onGo({ section: 'queue', job: id });
    else openRequest(id);
  };
  const goTo = (target: Target) => {
    if (target.place === 'request') openRequest(target.id);
    else if (target.place === 'desk') {
      void look.run({ dev: target.id });
      onGo({ section: 'settings', tab: 'sharing' });
    } else if (target.place === 'emergency') onGo({ section: 'approval', emergency: target.id });
    else if (target.place === 'mailbox') mailbox.check();
    else onGo({ section: target.place });
  };
  const screen = () => {
    switch (place.section) {
      case 'today':
        return (
          <TodayScreen
            status={status}
            onGo={goTo}
            onCheckMailbox={mailbox.check}
            onWrite={() => setWriting(true)}
            onSettings={() => onGo({ section: 'settings' })}
          />
        );
      case 'requests':
        return place.request === undefined ? (
          <RequestsScreen
            status={status}
            selected={left?.id}
            next={left?.next}
            onOpen={openRequest}
            onCheckMailbox={mailbox.check}
            onWrite={() => setWriting(true)}
            onAsk={onAsk}
            onPause={onPause}
          />
        ) : (
          <RequestScreen
            id={place.request}
            status={status}
            neighbours={neighbours}
            onAsk={onAsk}
            onSee={see}
            onPause={onPause}
            onOpen={openRequest}
            onBack={() => {
              if (place.request !== undefined) setLeft({ id: place.request, next: neighbours.next });
              onGo({ section: 'requests' });
            }}
          />
        );
      case 'approval':
        return (
          <ApprovalScreen
            status={status}
            emergency={place.emergency}
            onOpenRequest={openRequest}
            onAbsence={() => setAbsent(true)}
          />
        );
      case 'queue':
        return <QueueScreen status={status} selected={place.job} />;
      case 'register':
        return <RegisterScreen status={status} selected={place.entry} onCorrect={setWrong} />;
      case 'report':
        return <ReportScreen status={status} />;
      case 'service':
        return <ServiceScreen status={status} onCheckMailbox={mailbox.check} />;
      case 'settings':
        return (
          <SettingsScreen
            status={status}
            first={place.tab}
            rules={<RulesSection status={status} />}
            sharing={<SharingSection status={status} />}
          />
        );
    }
  };
  return (
    <>
      <ScreenGuard key={key}>{screen()}</ScreenGuard>
      {letter?.kind === 'ask' && <AskDialog id={letter.id} onClose={closeLetter} />}
      {letter?.kind === 'pause' && <PauseDialog id={letter.id} onClose={closeLetter} />}
      {absent && <AbsenceDialog status={status} absence={null} onClose={() => setAbsent(false)} />}
      {(writing || wrong) && (
        <WriteDialog
          wrong={wrong}
          profile={status.profile}
          today={status.today}
          onWritten={openRequest}
          onClose={() => {
            setWriting(false);
            setWrong(undefined);
          }}
        />
      )}
    </>
  );
}

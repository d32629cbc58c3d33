import { useEffect, useMemo, useState } from 'react';
import { useAct, useAnswer, useAnswers, useKeptAnswer } from '#renderer/api.ts';
import type { Neighbours } from '#renderer/drafts/request/RequestHead.tsx';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { RulesSection } from '#renderer/drafts/rules/RulesSection.tsx';
import { AbsenceDialog } from '#renderer/people/AbsenceDialog.tsx';
import { AlteredNotice } from '#renderer/queue/AlteredNotice.tsx';
import { ApprovalScreen } from '#renderer/queue/approval/ApprovalScreen.tsx';
import { QueueScreen } from '#renderer/queue/QueueScreen.tsx';
import { WithdrawDialog } from '#renderer/queue/WithdrawDialog.tsx';
import { RegisterScreen } from '#renderer/register/RegisterScreen.tsx';
import { ReportScreen } from '#renderer/report/ReportScreen.tsx';
import type { Bringing } from '#renderer/requests/bringing/useBringing.ts';
import { usePastedText } from '#renderer/requests/bringing/usePastedText.ts';
import { RequestsScreen } from '#renderer/requests/inbox/RequestsScreen.tsx';
import { openOrder, viewpointOf } from '#renderer/requests/inbox/requestGroups.ts';
import { AskDialog } from '#renderer/requests/letters/AskDialog.tsx';
import { PauseDialog } from '#renderer/requests/letters/PauseDialog.tsx';
import { WriteDialog } from '#renderer/requests/letters/WriteDialog.tsx';
import { ServiceScreen } from '#renderer/service/figures/ServiceScreen.tsx';
import { SettingsScreen } from '#renderer/service/settings/SettingsScreen.tsx';
import { SharingSection } from '#renderer/service/sharing/SharingSection.tsx';
import { TodayScreen, type TodayScreenProps } from '#renderer/service/today/TodayScreen.tsx';
import { useSession } from '#renderer/session.tsx';
import { isFocusFree, WindowDrop } from '#renderer/ui/index.ts';
import { type NoticeRef, sentRef } from '#shared/register/noticeRef.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';
import type { Place } from './places.ts';
import { ScreenGuard } from './ScreenGuard.tsx';
import type { MailboxCheck } from './useMailbox.ts';

export interface PlaceScreenProps {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly mailbox: MailboxCheck;
  readonly bringing: Bringing;
}

/** Where a request stands in the list of open ones, and the title of the window. */
function useNeighbours(id: string | undefined): Neighbours {
  const session = useSession();
  const inWork = useKeptAnswer('requests.list', FIRST_IN_WORK).value;
  const waiting = useAnswer('drafts.waiting', {}).value;
  const share = useAnswer('service.sharing', {}).value;
  const [open] = useAnswers('requests.get', id === undefined ? [] : [{ id }]);
  const title = open?.value?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - Avvisi PuntoSi`;
  }, [title]);
  const isOpen = id !== undefined;
  const order = useMemo(
    () => (isOpen ? openOrder(inWork?.rows ?? [], viewpointOf(session, waiting, share)) : []),
    [isOpen, inWork, session, waiting, share],
  );
  const at = id === undefined ? -1 : order.indexOf(id);
  const beside = (step: 1 | -1) => (at < 0 ? undefined : order[at + step]);
  return { position: at + 1, total: inWork?.toDo.total ?? 0, previous: beside(-1), next: beside(1) };
}

/** The screen of a place. */
export function PlaceScreen({ place, onGo, mailbox, bringing }: PlaceScreenProps) {
  const key = `${place.section} ${place.request ?? ''} ${place.job ?? ''} ${place.command ?? ''} ${place.emergency ?? ''} ${place.entry ?? ''} ${place.tab ?? ''} ${place.text ?? ''} ${place.period ?? ''}`;
  const neighbours = useNeighbours(place.request);
  const [left, setLeft] = useState<{ readonly id: string; readonly next: string | undefined }>();
  /** The text a request that is typed begins with. */
  const [writing, setWriting] = useState<string>();
  const [wrong, setWrong] = useState<NoticeRef>();
  const [entry] = useAnswers('register.get', place.correct === undefined ? [] : [{ id: place.correct }]);
  const corrected = wrong ?? (entry?.value && sentRef(entry.value));
  const onCorrect = (correct: string) => onGo({ ...place, correct });
  const [absent, setAbsent] = useState(false);
  const [letter, setLetter] = useState<{ readonly kind: 'ask' | 'pause' | 'withdraw'; readonly id: string }>();
  const onAsk = (id: string) => setLetter({ kind: 'ask', id });
  const onPause = (id: string) => setLetter({ kind: 'pause', id });
  const onWithdraw = (id: string) => setLetter({ kind: 'withdraw', id });
  const look = useAct('service.seeDesk');
  const seeRole = useAct('people.seeRoleChange');
  const closeLetter = () => setLetter(undefined);
  useEffect(() => {
    if (key === '') return;
    // Below 900 px the page scrolls: a new screen begins at its head.
    window.scrollTo({ top: 0 });
    // What had the focus went away with the screen before, and this one has not taken it.
    if (isFocusFree()) {
      document.getElementById('contenuto')?.focus({ preventScroll: true });
    }
  }, [key]);
  const openRequest = (request: string) => onGo({ section: 'requests', request });
  const see = ({ id, kind }: Pick<SimilarNotice, 'id' | 'kind'>) => {
    if (kind === 'sent') onGo({ section: 'register', entry: id });
    else if (kind === 'queued') onGo({ section: 'queue', job: id });
    else openRequest(id);
  };
  const goTo: TodayScreenProps['onGo'] = (target) => {
    if (target.place === 'request') openRequest(target.id);
    else if (target.place === 'desk') {
      void look.run({ dev: target.id });
      onGo({ section: 'settings', tab: 'sharing' });
    } else if (target.place === 'people') {
      void seeRole.run({ fact: target.id });
      onGo({ section: 'settings' });
    } else if (target.place === 'copies') onGo({ section: 'settings', tab: 'copies' });
    else if (target.place === 'mailAccount') onGo({ section: 'settings', tab: 'mail' });
    else if (target.place === 'emergency') onGo({ section: 'approval', emergency: target.id });
    else if (target.place === 'sending') onGo({ section: 'queue', job: target.id, command: target.command });
    else if (target.place === 'approval')
      onGo({ section: 'approval', text: target.id, heard: target.dialog === 'heard' });
    else if (target.place === 'report') onGo({ section: 'report', period: target.id });
    else if (target.place === 'mailbox') mailbox.check();
    else if (target.place === 'stuck') onGo({ section: 'today' });
    else if (target.place === 'otherMails') onGo({ section: 'requests', tab: 'otherMails' });
    else onGo({ section: target.place });
  };
  const takesMails = place.section === 'today' || (place.section === 'requests' && place.request === undefined);
  usePastedText(takesMails, { onText: setWriting, onFiles: (files) => bringing.drop({ files, folders: [] }) });
  const screen = () => {
    switch (place.section) {
      case 'today':
        return (
          <TodayScreen
            onGo={goTo}
            onCheckMailbox={mailbox.check}
            onWrite={() => setWriting('')}
            onBring={bringing.choose}
            onSettings={(tab) => onGo({ section: 'settings', tab })}
          />
        );
      case 'requests':
        return place.request === undefined ? (
          <RequestsScreen
            first={place.tab === 'otherMails' ? 'other' : undefined}
            selected={left?.id}
            next={left?.next}
            onOpen={openRequest}
            onCheckMailbox={mailbox.check}
            onWrite={() => setWriting('')}
            onBring={bringing.choose}
            onAsk={onAsk}
            onPause={onPause}
          />
        ) : (
          <RequestScreen
            id={place.request}
            notice={
              <AlteredNotice
                request={place.request}
                onQueue={(job) => onGo({ section: 'queue', job })}
                onApproval={() => onGo({ section: 'approval' })}
              />
            }
            neighbours={neighbours}
            onAsk={onAsk}
            onSee={see}
            onPause={onPause}
            onWithdraw={onWithdraw}
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
            emergency={place.emergency}
            first={place.text}
            heard={place.heard}
            onOpenRequest={openRequest}
            onAbsence={() => setAbsent(true)}
          />
        );
      case 'queue':
        return <QueueScreen selected={place.job} command={place.command} onCorrect={onCorrect} />;
      case 'register':
        return <RegisterScreen selected={place.entry} onCorrect={setWrong} />;
      case 'report':
        return <ReportScreen first={place.period} />;
      case 'service':
        return <ServiceScreen onCheckMailbox={mailbox.check} />;
      case 'settings':
        return (
          <SettingsScreen
            first={place.tab === 'otherMails' ? undefined : place.tab}
            rules={<RulesSection />}
            sharing={<SharingSection />}
          />
        );
    }
  };
  return (
    <>
      <ScreenGuard key={key}>{screen()}</ScreenGuard>
      {takesMails && <WindowDrop what="le e-mail" onDrop={bringing.drop} />}
      {letter?.kind === 'ask' && <AskDialog id={letter.id} onClose={closeLetter} />}
      {letter?.kind === 'pause' && <PauseDialog id={letter.id} onClose={closeLetter} />}
      {letter?.kind === 'withdraw' && <WithdrawDialog id={letter.id} onClose={closeLetter} />}
      {absent && <AbsenceDialog absence={null} onClose={() => setAbsent(false)} />}
      {(writing !== undefined || corrected) && (
        <WriteDialog
          wrong={corrected}
          text={writing}
          onWritten={openRequest}
          onClose={() => {
            setWriting(undefined);
            setWrong(undefined);
            if (place.correct !== undefined) onGo({ ...place, correct: undefined });
          }}
        />
      )}
    </>
  );
}

import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAct } from '#renderer/api.ts';
import type { EditorHandle } from '#renderer/drafts/editor/Editor.tsx';
import { checkKey, obstacleSentence } from '#renderer/drafts/editor/judging.ts';
import { PreviewPane } from '#renderer/drafts/editor/PreviewPane.tsx';
import { TextPane } from '#renderer/drafts/editor/TextPane.tsx';
import { SimilarScreen } from '#renderer/drafts/similar/SimilarScreen.tsx';
import { DataConflicts } from '#renderer/requests/data/DataConflicts.tsx';
import { DataPane } from '#renderer/requests/data/DataPane.tsx';
import { sayReopened } from '#renderer/requests/decisionWords.ts';
import { askLabel } from '#renderer/requests/letters/askWords.ts';
import { CorrectionDialog } from '#renderer/requests/letters/CorrectionDialog.tsx';
import { usePicture } from '#renderer/requests/mail/usePicture.tsx';
import { useSession } from '#renderer/session.tsx';
import { type Action, ActionBar, Panes, ProblemBanner, problemOf, useShortcuts } from '#renderer/ui/index.ts';
import { keepFinding, write } from '#renderer/writing/writing.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import type { RequestDataChange } from '#shared/requests/facts.ts';
import { asksForEachDay } from '#shared/requests/reading/eachDay.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { ChecksList } from './ChecksList.tsx';
import { EndingDialogs, type OpenEnding } from './EndingDialogs.tsx';
import { type FoldedPane, FoldedPanes } from './FoldedPanes.tsx';
import { headStateOf, Readiness } from './Readiness.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { RequestElection } from './RequestElection.tsx';
import { type Neighbours, RequestHead } from './RequestHead.tsx';
import { RequestPresence } from './RequestPresence.tsx';
import { RequestSide } from './RequestSide.tsx';
import { TextOffers } from './TextOffers.tsx';
import { useEndings } from './useEndings.ts';
import { useCharge, useComparing, useJudgedText, useLinkCheck, useViewing } from './useRequestWork.ts';
import { WaitingBanner } from './WaitingBanner.tsx';

export interface RequestWorkProps {
  readonly request: RequestDetail;
  /** What words to the right have to say of it, above everything else. */
  readonly notice?: ReactNode;
  readonly neighbours: Neighbours;
  readonly onOpen: (id: string) => void;
  /** Asks the office for what is missing, by a letter. */
  readonly onAsk: (id: string) => void;
  /** Goes to a notice that resembles it, where it stands (P21). */
  readonly onSee: (notice: Pick<SimilarNotice, 'id' | 'kind'>) => void;
  /** Takes it back, because its office did (P18). */
  readonly onWithdraw: (id: string) => void;
  /** Notes that it waits for others. */
  readonly onPause: (id: string) => void;
  /** Back to the list; with the request that was decided here, so that the list can go on with the next one. */
  readonly onBack: () => void;
}

/** The request while somebody works on it, or reads it. */
export function RequestWork(props: RequestWorkProps) {
  const { request, neighbours, onOpen, onBack, onAsk, onSee, onPause, onWithdraw } = props;
  const { id } = request;
  const session = useSession();
  const { profile, today, duty } = session;
  const head = headStateOf(duty);
  const judged = useJudgedText(request, session);
  const charge = useCharge(request, session);
  useViewing(id);
  const readOnly = charge.readOnly !== undefined;
  const setData = useAct('requests.setData');
  const resume = useAct('requests.resume');
  const checkLink = useLinkCheck(request, readOnly);
  const endings = useEndings(request, judged.text, today, onBack);
  const [open, setOpen] = useState<OpenEnding>();
  const [pane, setPane] = useState<FoldedPane>();
  const picture = usePicture();
  const editor = useRef<EditorHandle>(null);
  const [isCorrecting, setCorrecting] = useState(false);
  const { comparing, compare, stopComparing, compareButton } = useComparing();
  const dateField = useRef<HTMLInputElement>(null);
  const linkField = useRef<HTMLInputElement>(null);
  const problem = charge.problem ?? resume.problem ?? (open === undefined ? endings.problems.forward : undefined);

  const goToObstacle = () => {
    const [missing] = judged.missing;
    const [error] = judged.errors;
    // Its fields make room for a picture.
    if (missing === 'data' || missing === 'link') flushSync(picture.close);
    if (missing === 'data') dateField.current?.focus();
    else if (missing === 'link') linkField.current?.focus();
    else if (missing === undefined && error) editor.current?.show(error);
    else editor.current?.focus();
  };
  const forward = async () => {
    if (judged.missing.length > 0) goToObstacle();
    else if (!(await charge.own())) return;
    else if (judged.toExplain.length > 0) setOpen('forward');
    else await endings.forward(judged.reasons);
  };
  const rewrite = (text: string) => {
    void charge.own();
    write(id, text);
  };
  const change = async (data: RequestDataChange) => {
    if (await charge.own()) await setData.run({ id, data });
  };
  const release: Action = {
    label: 'Via alternativa…',
    onRun: () => void charge.own().then((owned) => owned && setOpen('release')),
  };
  const toHead: Action = { label: 'Inoltra al capo settore', onRun: () => void forward() };
  useShortcuts([
    { keys: 'Escape', label: 'Torna alle richieste', run: onBack },
    { keys: 'Control+D', label: 'Confronta i testi simili', run: compare },
  ]);
  if (comparing) {
    return (
      <SimilarScreen
        request={request}
        text={judged.text}
        search={judged.search}
        today={today}
        readOnly={readOnly}
        onAsk={() => onAsk(id)}
        onSee={onSee}
        onClose={stopComparing}
        onLeave={onBack}
      />
    );
  }

  return (
    <>
      <RequestHead
        request={request}
        family={request.siblings}
        neighbours={neighbours}
        errors={judged.errors.length}
        today={today}
        onOpen={onOpen}
        onBack={onBack}
      />
      {props.notice}
      <RequestElection request={request} note="Servono due risposte del capo settore." />
      <RequestPresence request={request} />
      {charge.readOnly && (
        <ReadOnlyBanner
          {...charge.readOnly}
          request={request}
          onTake={charge.takeOver}
          onWithdraw={() => onWithdraw(id)}
          onCorrect={() => setCorrecting(true)}
        />
      )}
      {request.waiting && (
        <WaitingBanner
          {...request.waiting}
          today={today}
          onResume={readOnly ? undefined : () => void resume.run({ id })}
        />
      )}
      {request.reopened && !readOnly && (
        <ProblemBanner tone="warn" live="off" heading={sayReopened(request, today)} lines={[request.reopened]} />
      )}
      {problem && <ProblemBanner {...problemOf(problem)} />}
      <Panes
        openPane={pane}
        onClosePane={() => setPane(undefined)}
        panes={picture.beside([
          {
            id: 'mail',
            label: 'E-mail',
            width: 286,
            folds: true,
            content: (
              <RequestSide
                request={request}
                family={request.siblings}
                hosts={profile.hosts}
                today={today}
                readOnly={readOnly}
                onOpen={onOpen}
                onWithdraw={() => onWithdraw(id)}
                onPicture={picture.show}
                onWanted={() => setPane('mail')}
              />
            ),
          },
          {
            id: 'data',
            label: 'Dati e controlli',
            width: 272,
            min: 240,
            content: (
              <DataPane
                request={request}
                profile={profile}
                today={today}
                readOnly={readOnly}
                moment={judged.moment}
                checks={
                  <ChecksList
                    lines={judged.lines}
                    similar={judged.search.found?.candidates.length ?? 0}
                    onCompare={compare}
                    compare={compareButton}
                    reasons={judged.ofLines}
                    onReason={readOnly ? undefined : (line, why) => keepFinding(id, checkKey(line), why)}
                  />
                }
                problem={setData.problem ?? checkLink.problem}
                conflicts={
                  <DataConflicts
                    conflicts={request.conflicts}
                    people={[...session.people, ...session.retired]}
                    today={today}
                    onSet={readOnly ? undefined : (data) => void change(data)}
                  />
                }
                onSet={(data) => void change(data)}
                onCheckLink={checkLink.check}
                dateField={dateField}
                linkField={linkField}
              />
            ),
          },
          {
            id: 'text',
            label: 'Testo',
            content: (
              <TextPane
                asked={request.asked.text}
                offer={
                  !readOnly && (
                    <TextOffers {...{ request, text: judged.text, today }} onText={rewrite} own={charge.own} />
                  )
                }
                text={judged.text}
                onText={rewrite}
                findings={judged.findings}
                kept={judged.kept}
                onKeep={(key, why) => keepFinding(id, key, why)}
                readOnly={readOnly}
                maximumLength={judged.pack.parameters.maximumLength.value}
                saving={judged.writing ?? { state: 'saved', savedAt: request.savedAt }}
                saveProblem={judged.writing?.problem}
                editor={editor}
                tools={!picture.isOpen && <FoldedPanes open={pane} onOpen={setPane} />}
              />
            ),
          },
          {
            id: 'preview',
            label: 'Anteprima',
            width: 290,
            folds: true,
            content: <PreviewPane text={judged.text} request={request} municipality={profile.municipality} />,
          },
        ])}
      />
      {!readOnly && (
        <ActionBar
          message={
            <Readiness
              obstacle={obstacleSentence(judged.missing, judged.errors.length)}
              {...{ head, request }}
              onGo={goToObstacle}
            />
          }
          actions={[
            { ...(head === 'away' ? toHead : release), kind: 'quiet' },
            ...(charge.isMine ? [{ label: 'Lascia l’incarico', kind: 'quiet' as const, onRun: charge.giveBack }] : []),
            ...(charge.isFree ? [{ label: 'Prendi in carico', onRun: () => void charge.own() }] : []),
            { label: 'Correzione per telefono…', kind: 'quiet', onRun: () => setCorrecting(true) },
            { label: 'Ritira…', kind: 'quiet', onRun: () => onWithdraw(id) },
            { label: 'È un duplicato…', kind: 'quiet', onRun: () => setOpen('duplicato') },
            { label: 'Non necessario…', kind: 'quiet', onRun: () => setOpen('non necessario') },
            ...(request.waiting ? [] : [{ label: 'Metti in attesa…', onRun: () => onPause(id) }]),
            ...((request.missing.length > 0 || asksForEachDay(request)) && !request.waiting
              ? [{ label: askLabel(request), keys: 'Control+R', onRun: () => onAsk(id) }]
              : []),
          ]}
          main={{ ...(head === 'away' ? release : toHead), keys: 'Control+Enter' }}
        />
      )}
      {isCorrecting && <CorrectionDialog id={id} onClose={() => setCorrecting(false)} />}
      <EndingDialogs
        open={open}
        judged={judged}
        request={request}
        endings={endings}
        canAnswer={request.senderAddress !== null}
        head={head}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { RequestDetail, RequestRow } from '#shared/requests/views.ts';
import { useAct } from '../api.ts';
import { type Action, ActionBar, Button, Panes, ProblemBanner, problemOf, Sign, useShortcuts } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';
import { DataConflicts } from './DataConflicts.tsx';
import { DataPane } from './DataPane.tsx';
import type { EditorHandle } from './Editor.tsx';
import { EndingDialogs, type OpenEnding } from './EndingDialogs.tsx';
import { obstacleSentence } from './judging.ts';
import { MailPane } from './MailPane.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { RequestHead } from './RequestHead.tsx';
import { RequestPresence } from './RequestPresence.tsx';
import type { RequestScreenProps } from './RequestScreen.tsx';
import { SimilarScreen } from './SimilarScreen.tsx';
import { TextPane } from './TextPane.tsx';
import { useEndings } from './useEndings.ts';
import { useCharge, useJudgedText, useLinkCheck, useViewing } from './useRequestWork.ts';
import { keepFinding, write } from './writing.ts';

export interface RequestWorkProps extends RequestScreenProps {
  readonly request: RequestDetail;
  readonly rows: readonly RequestRow[];
}

interface ReadinessProps {
  readonly obstacle: string | null;
  readonly headPresent: boolean;
  readonly onGo: () => void;
}

/** What stands in the way of forwarding, with a link to the first obstacle; or that nothing does (L11). */
function Readiness({ obstacle, headPresent, onGo }: ReadinessProps) {
  const ready = headPresent
    ? 'Il testo è pronto per il capo settore.'
    : 'Il testo è pronto. Il capo settore è assente: serve la via alternativa.';
  return (
    <>
      <Sign name={obstacle ? 'error' : 'done'} />
      <span className={obstacle ? 'text-bad strong' : undefined} role="status">
        {obstacle ?? ready}
      </span>
      {obstacle && (
        <button type="button" className="link" onClick={onGo}>
          Vai al primo
        </button>
      )}
    </>
  );
}

/** The request while somebody works on it, or reads it. */
export function RequestWork(props: RequestWorkProps) {
  const { request, rows, status, neighbours, onOpen, onBack, onAsk, onSee, onPause } = props;
  const { id } = request;
  const { profile, today } = status;
  const judged = useJudgedText(request, status);
  const charge = useCharge(request, status);
  useViewing(id);
  const readOnly = charge.readOnly !== undefined;
  const setData = useAct('requests.setData');
  const resume = useAct('requests.resume');
  const checkLink = useLinkCheck(request, readOnly);
  const endings = useEndings(request, judged.text, today, onBack);
  const [open, setOpen] = useState<OpenEnding>();
  const [pane, setPane] = useState<'mail' | 'preview'>();
  const editor = useRef<EditorHandle>(null);
  const [comparing, setComparing] = useState(false);
  const compareButton = useRef<HTMLButtonElement>(null);
  const compared = useRef(false);
  const dateField = useRef<HTMLInputElement>(null);
  const linkField = useRef<HTMLInputElement>(null);
  const family = rows.filter((row) => row.mail !== null && row.mail === request.mail);
  const problem = charge.problem ?? resume.problem ?? (open === undefined ? endings.problems.forward : undefined);

  const goToObstacle = () => {
    const [missing] = judged.missing;
    const [error] = judged.errors;
    if (missing === 'data') dateField.current?.focus();
    else if (missing === 'link') linkField.current?.focus();
    else if (missing === undefined && error) editor.current?.show(error);
    else editor.current?.focus();
  };
  const forward = () => {
    if (judged.missing.length > 0) goToObstacle();
    else if (judged.toExplain.length > 0) setOpen('forward');
    else void endings.forward(judged.reasons);
  };
  const release: Action = { label: 'Via alternativa…', onRun: () => setOpen('release') };
  const compare = () => setComparing(true);
  useShortcuts([
    { keys: 'Escape', label: 'Torna alle richieste', run: onBack },
    { keys: 'Control+D', label: 'Confronta i testi simili', run: compare },
  ]);
  useEffect(() => {
    if (compared.current && !comparing) compareButton.current?.focus();
    compared.current = comparing;
  }, [comparing]);
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
        onClose={() => setComparing(false)}
        onLeave={onBack}
      />
    );
  }

  const folded = (which: 'mail' | 'preview', label: string, icon: 'mail' | 'eye') => (
    <Button
      size="small"
      icon={icon}
      className="only-compact"
      aria-expanded={pane === which}
      onClick={() => setPane((now) => (now === which ? undefined : which))}
    >
      {label}
    </Button>
  );

  return (
    <>
      <RequestHead
        request={request}
        family={family}
        neighbours={neighbours}
        errors={judged.errors.length}
        today={today}
        onOpen={onOpen}
        onBack={onBack}
      />
      <RequestPresence request={request} share={status.share} />
      {charge.readOnly && (
        <ProblemBanner
          tone={charge.readOnly.lost ? 'warn' : 'info'}
          heading={charge.readOnly.heading}
          lines={charge.readOnly.lines}
          actions={
            charge.readOnly.takeOver && (
              <Button size="small" onClick={charge.takeOver}>
                Prendila tu
              </Button>
            )
          }
        />
      )}
      {request.waiting && (
        <ProblemBanner
          tone="idle"
          live="off"
          sign="paused"
          heading={`In attesa: ${request.waiting.for}`}
          lines={[`Da ${sayMomentAt(request.waiting.since, today)} il tempo della richiesta non conta.`]}
          actions={
            !readOnly && (
              <Button size="small" onClick={() => void resume.run({ id })}>
                Riprendi
              </Button>
            )
          }
        />
      )}
      {request.reopened && !readOnly && (
        <ProblemBanner tone="warn" live="off" heading="Di nuovo da lavorare" lines={[request.reopened]} />
      )}
      {problem && <ProblemBanner {...problemOf(problem)} />}
      <Panes
        openPane={pane}
        onClosePane={() => setPane(undefined)}
        panes={[
          {
            id: 'mail',
            label: 'E-mail',
            width: 286,
            folds: true,
            content: (
              <MailPane
                request={request}
                family={family}
                hosts={profile.hosts}
                today={today}
                readOnly={readOnly}
                onOpen={onOpen}
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
                checks={{
                  lines: judged.lines,
                  similar: judged.search.found?.candidates.length ?? 0,
                  onCompare: compare,
                  compare: compareButton,
                }}
                problem={setData.problem ?? checkLink.problem}
                conflicts={
                  <DataConflicts
                    conflicts={request.conflicts}
                    people={status.people}
                    today={today}
                    onSet={readOnly ? undefined : (data) => void setData.run({ id, data })}
                  />
                }
                onSet={(data) => void setData.run({ id, data })}
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
                text={judged.text}
                onText={(text) => write(id, text)}
                findings={judged.findings}
                kept={judged.kept}
                onKeep={(key, why) => keepFinding(id, key, why)}
                readOnly={readOnly}
                maximumLength={judged.pack.parameters.maximumLength.value}
                saving={judged.writing ?? { state: 'saved', savedAt: request.savedAt }}
                saveProblem={judged.writing?.problem}
                editor={editor}
                tools={
                  <>
                    {folded('mail', 'E-mail', 'mail')}
                    {folded('preview', 'Anteprima', 'eye')}
                  </>
                }
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
        ]}
      />
      {!readOnly && (
        <ActionBar
          message={
            <Readiness
              obstacle={obstacleSentence(judged.missing, judged.errors.length)}
              headPresent={status.duty.headPresent}
              onGo={goToObstacle}
            />
          }
          actions={[
            status.duty.headPresent
              ? { ...release, kind: 'quiet' }
              : { label: 'Inoltra al capo settore', kind: 'quiet', onRun: forward },
            { label: 'È un duplicato…', kind: 'quiet', onRun: () => setOpen('duplicato') },
            { label: 'Non necessario…', kind: 'quiet', onRun: () => setOpen('non necessario') },
            ...(request.waiting ? [] : [{ label: 'Metti in attesa', onRun: () => onPause(id) }]),
            ...(request.missing.length > 0 && !request.waiting
              ? [{ label: 'Chiedi quello che manca', keys: 'Control+R', onRun: () => onAsk(id) }]
              : []),
          ]}
          main={
            status.duty.headPresent
              ? { label: 'Inoltra al capo settore', keys: 'Control+Enter', onRun: forward }
              : { ...release, keys: 'Control+Enter' }
          }
        />
      )}
      <EndingDialogs
        open={open}
        judged={judged}
        endings={endings}
        canAnswer={request.senderAddress !== null}
        headPresent={status.duty.headPresent}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}

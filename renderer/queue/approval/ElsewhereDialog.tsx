import { useState } from 'react';
import { useAct, useAnswers } from '#renderer/api.ts';
import type { Reasons } from '#renderer/drafts/editor/judging.ts';
import { ReasonFields, unexplained } from '#renderer/drafts/request/ReasonFields.tsx';
import { useElection } from '#renderer/people/election/ElectionStrip.tsx';
import { ElectionForm } from '#renderer/queue/election/ElectionForm.tsx';
import { keptAnswers, NO_ANSWERS } from '#renderer/queue/election/electionAnswers.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayField,
  Dialog,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  SelectField,
  Sign,
  TextArea,
  TimeField,
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import { nextWorkingDay, plannedMoment } from '#shared/kernel/workdays.ts';
import type { HeadReading } from '#shared/requests/reading/headWords.ts';
import type { RequestMail } from '#shared/requests/views.ts';
import { ApprovalMoment } from './ApprovalMoment.tsx';
import { useApprovalChecks } from './approvalChecks.ts';
import { HEARD, type Heard, heardProblem, heardToast, NOT_CHOSEN, toHeard, UNCHANGED } from './heardDecision.ts';

export interface ElsewhereDialogProps {
  readonly view: ApprovalView;
  readonly onClose: () => void;
}

const WAYS = [
  { value: 'telefono', label: 'Per telefono' },
  { value: 'e-mail', label: 'Per e-mail' },
] as const;

/** What the head wrote and nobody has read: the decision goes by these words (P38). */
function HeadWords({ mails }: { readonly mails: readonly RequestMail[] }) {
  const { today } = useSession();
  return mails.map((mail) => (
    <blockquote key={mail.id} className="approval-heard">
      <p className="small muted">Ha scritto {sayMomentAt(mail.at, today)}</p>
      <p>{mail.text ?? 'Il testo non è su questo computer.'}</p>
    </blockquote>
  ));
}

/** What the app reads in the last of them, with its evidence; an operator confirms or chooses (P38, P66). */
function HeadProposal({ decides }: { readonly decides: HeadReading }) {
  const label = HEARD.find(({ value }) => value === decides.decision)?.label;
  return (
    <p className="row">
      <Sign name={label ? 'unverified' : 'warning'} size={16} />
      <span>
        {label ? (
          <>
            L’app legge «{decides.words}»: <strong>{label}</strong>. Viene da un indirizzo in elenco: leggi e conferma.
          </>
        ) : (
          <>L’app legge «{decides.words}», ma non è sicuro che cosa decida: leggi e scegli tu.</>
        )}
      </span>
    </p>
  );
}

/** An operator writes down what the head decided away from the app: what, how and when stay on record (P30, P38). */
export function ElsewhereDialog({ view, onClose }: ElsewhereDialogProps) {
  const session = useSession();
  const decide = useAct('queue.decideElsewhere');
  const undo = useAct('queue.undo');
  const show = useToast();
  const now = romeOf(session.now);
  const [answer] = useAnswers('requests.get', [{ id: view.id }]);
  const fromHead = view.request.unread.filter((one) => one.fromHead);
  const [written] = fromHead.toReversed();
  const at0 = romeOf(written?.at ?? session.now);
  const [how, setHow] = useState<'telefono' | 'e-mail'>(written ? 'e-mail' : 'telefono');
  const [chosen, setKind] = useState<Heard | ''>();
  const [day, setDay] = useState(at0.day);
  const [time, setTime] = useState(at0.time);
  const [note, setNote, forgetNote] = useKeptText(`Decisione, nota ${view.id}`);
  const [keptWhy, keepWhy, forgetWhy] = useKeptText(`Decisione, motivo ${view.id}`);
  const [writtenWhy, setWrittenWhy] = useState<string>();
  const [text, setText, forgetText] = useKeptText(`Decisione, testo ${view.rewritten.hash}`, view.rewritten.text);
  const [reasons, setReasons] = useState<Reasons>({});
  const [writtenUntil, setUntil] = useState<Day | ''>();
  const [at, setAt] = useState<Instant>();
  const [asked, setAsked] = useState(false);
  const mails = answer?.value?.mails.filter(({ id }) => fromHead.some(({ mail }) => mail === id)) ?? [];
  // Of several e-mails nobody has read the last alone does not say what counts.
  const decides = mails.length === 1 ? mails[0]?.decides : undefined;
  // What was said by telephone is mostly an approval; of what was written only what was read there is proposed.
  const kind = chosen ?? (written ? (decides?.decision ?? '') : 'approved');
  const why = writtenWhy ?? (keptWhy || decides?.why || '');
  const setWhy = (words: string) => {
    setWrittenWhy(words);
    keepWhy(words);
  };
  const until = writtenUntil ?? decides?.until ?? nextWorkingDay(session.profile.calendar, session.today);
  const [answering, setAnswering] = useState(NO_ANSWERS);
  const isChanged = kind === 'changed';
  const approves = kind === 'approved' || isChanged;
  const judged = useApprovalChecks(view, text, isChanged, session);
  const toExplain = isChanged ? judged.toExplain : [];
  const { sendDate, sendTime } = view.request.data;
  const isElection =
    useElection(at ?? plannedMoment(session.profile.calendar, session.now, sendDate, sendTime)) !== undefined &&
    approves;
  const answers = isElection ? keptAnswers(answering) : undefined;
  const isSameText = isChanged && decides !== undefined && normaliseText(text) === normaliseText(view.rewritten.text);
  const lack = isSameText
    ? UNCHANGED
    : kind === ''
      ? NOT_CHOSEN
      : heardProblem({ kind, why, text, until, today: session.today });
  const run = async () => {
    setAsked(true);
    const isIncomplete = day === '' || time === '' || lack !== undefined || unexplained(toExplain, reasons).length > 0;
    if (kind === '' || isIncomplete || (isElection && !answers) || decide.busy) return;
    // The clock shows minutes: a decision of this very minute has not to come.
    const isNow = day === now.day && time === now.time;
    const when = isNow
      ? session.now
      : written && day === at0.day && time === at0.time
        ? written.at
        : instantAt(day, time);
    const reply = await decide.run({
      ...{ id: view.id, how, when, note: note.trim() },
      decision: toHeard({ kind, why, text, until, reasons, at, answers }),
      ...(fromHead.length > 0 ? { read: fromHead.map(({ mail }) => mail) } : {}),
    });
    if (!reply.ok) return;
    for (const forget of [forgetNote, forgetWhy, forgetText]) forget();
    onClose();
    show({
      text: heardToast(kind, reply.value.plannedFor, session.today),
      undo: () => void undo.run({ id: view.id }).then(({ ok }) => ok && show({ text: 'Registrazione ripresa.' })),
    });
  };
  return (
    <Dialog
      title="Registra la decisione del capo settore"
      icon="approve"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Registra la decisione
          </Button>
        </>
      }
    >
      <p>
        Scrivi che cosa ha deciso {session.duty.head ?? 'il capo settore'} su «{view.request.title}». Resta scritto che
        l’hai registrato tu.
      </p>
      <HeadWords mails={mails} />
      {decides && <HeadProposal decides={decides} />}
      <SelectField
        label="Che cosa ha deciso"
        value={kind}
        options={HEARD}
        placeholder={written ? 'Scegli' : undefined}
        onChange={(value) => setKind(value as Heard | '')}
        error={asked && lack?.field === 'kind' ? lack.words : undefined}
      />
      <SegmentedChoice legend="Come l’ha detto" size="normal" options={WAYS} value={how} onChange={setHow} />
      <div className="field-pair">
        <DayField
          label="Deciso il giorno"
          today={session.today}
          past
          value={day}
          onChange={setDay}
          error={asked && day === '' ? 'Indica il giorno della decisione.' : undefined}
        />
        <TimeField
          label="alle ore"
          value={time}
          onChange={setTime}
          error={asked && time === '' ? 'Indica l’ora della decisione.' : undefined}
        />
      </div>
      {isChanged && (
        <TextArea
          label="Il testo come l’ha cambiato"
          rows={8}
          value={text}
          onChange={setText}
          error={asked && lack?.field === 'text' ? lack.words : undefined}
        />
      )}
      {toExplain.length > 0 && (
        <ReasonFields
          lines={toExplain}
          errors={judged.errors}
          text={text}
          reasons={reasons}
          asked={asked}
          onReason={(line, said) => setReasons((before) => ({ ...before, [line]: said }))}
        />
      )}
      {kind === 'postponed' && (
        <DayField
          label="Rinviata fino a"
          today={session.today}
          value={until}
          onChange={setUntil}
          error={asked && lack?.field === 'until' ? lack.words : undefined}
        />
      )}
      {kind !== '' && !approves && (
        <TextArea
          label="Il motivo che ha dato"
          rows={3}
          value={why}
          onChange={setWhy}
          error={asked && lack?.field === 'why' ? lack.words : undefined}
        />
      )}
      <TextArea
        label="Nota"
        rows={2}
        value={note}
        onChange={setNote}
        hint="Per esempio le sue parole, o il numero dell’e-mail."
      />
      {approves && <ApprovalMoment view={view} text={text} at={at} onChoose={setAt} />}
      {isElection && (
        <>
          <p>Parte in periodo elettorale: scrivi anche che cosa ha risposto alle due domande.</p>
          <ElectionForm
            answering={answering}
            asked={asked}
            onAnswer={(part) => setAnswering((before) => ({ ...before, ...part }))}
          />
        </>
      )}
      {approves && at !== undefined && <p>L’avviso parte {sayMomentAt(at, session.today)}.</p>}
      {decide.problem && <ProblemBanner {...problemOf(decide.problem)} />}
    </Dialog>
  );
}

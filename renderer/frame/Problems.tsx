import { useAnswer } from '#renderer/api.ts';
import { ChooseFolder } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { Button, Loading, ProblemBanner, problemOf, sayProblem } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';
import type { MailboxCheck } from './useMailbox.ts';

export interface NoticesProps {
  /** What happened to the core. */
  readonly problem: Problem | undefined;
  readonly onPutAway: () => void;
  readonly mailbox: MailboxCheck;
  /** Goes to the copies of the data, and the ways out of damage. */
  readonly onCopies: () => void;
  /** Goes to the e-mails that could not be read. */
  readonly onOtherMails: () => void;
}

/** Problems that another folder puts right. */
const TO_CHOOSE: readonly string[] = ['mailbox-not-connected', 'mail-folder-missing', 'mail-folder-unreadable'];
/** So many of the e-mails that could not be read are named; all of them stand in their list. */
const MOST_NAMED = 3;
/** Fewer e-mails are read before anybody would stop it. */
const WORTH_SAYING = 20;

/** How far a long reading of the mailbox is, and how to stop it. */
function ReadingNotice({
  reading,
  onStop,
}: {
  readonly reading: MailboxCheck['reading'];
  readonly onStop: () => void;
}) {
  if (!reading || reading.total < WORTH_SAYING) return null;
  return (
    <section className="notice-reading" aria-label="Lettura della casella">
      <Loading label="Leggo la casella" done={reading.done} total={reading.total} rows={0} />
      <Button size="small" onClick={onStop}>
        Smetti: le altre restano da leggere
      </Button>
    </section>
  );
}

/** Problems that belong to no screen: they push the screen down, and stay until they are put away. */
export function Notices({ problem, onPutAway, mailbox, onCopies, onOtherMails }: NoticesProps) {
  const damage = useAnswer('service.health', {}).value?.damage;
  const { unreadable, reading } = mailbox;
  const more = unreadable.length - MOST_NAMED;
  const away = (onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      Nascondi
    </Button>
  );
  if (!damage && !problem && !mailbox.problem && !reading && unreadable.length === 0) return null;
  return (
    <div className="notices">
      {damage && (
        <ProblemBanner
          {...problemOf(damage)}
          lines={['Finché è così non parte nessun invio e non si condivide niente.', damage.remedy]}
          actions={
            <Button size="small" onClick={onCopies}>
              Apri il ripristino
            </Button>
          }
        />
      )}
      <ReadingNotice reading={reading} onStop={mailbox.stop} />
      {problem && <ProblemBanner {...problemOf(problem)} actions={away(onPutAway)} />}
      {mailbox.problem && (
        <ProblemBanner
          tone={mailbox.problem.code === 'mailbox-not-connected' ? 'info' : 'bad'}
          {...problemOf(mailbox.problem)}
          actions={
            <>
              {TO_CHOOSE.includes(mailbox.problem.code) && <ChooseFolder onChosen={mailbox.check} />}
              {away(mailbox.putAway)}
            </>
          }
        />
      )}
      {unreadable.length > 0 && (
        <ProblemBanner
          tone="warn"
          heading={`Non riesco a leggere ${plural(unreadable.length, 'e-mail', 'e-mail')}, le altre sono a posto`}
          lines={[
            ...unreadable.slice(0, MOST_NAMED).map(({ name, problem: unread }) => `«${name}»: ${sayProblem(unread)}`),
            ...(more > 0 ? [`E altre ${more}: sono tutte in Richieste, Altre e-mail.`] : []),
          ]}
          actions={
            <>
              <Button
                size="small"
                onClick={() => {
                  mailbox.putAway();
                  onOtherMails();
                }}
              >
                Apri Altre e-mail
              </Button>
              {away(mailbox.putAway)}
            </>
          }
        />
      )}
    </div>
  );
}

import { useAnswer } from '#renderer/api.ts';
import type { Bringing } from '#renderer/requests/bringing/useBringing.ts';
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
  /** The e-mails a person brings by hand. */
  readonly bringing: Bringing;
  /** Goes to the copies of the data, and the ways out of damage. */
  readonly onCopies: () => void;
  /** Goes to the e-mails that could not be read. */
  readonly onOtherMails: () => void;
}

/** Problems that another folder puts right. */
const TO_CHOOSE: readonly string[] = ['mailbox-not-connected', 'mail-folder-missing', 'mail-folder-unreadable'];
/** So many of the e-mails that could not be read are named; all of them stand in their list. */
const MOST_NAMED = 3;
/** So many more are named without their reason. */
const MOST_LISTED = 20;
function sayNames(names: readonly string[]): string {
  const listed = names.slice(0, MOST_LISTED).map((name) => `«${name}»`);
  const rest = names.length - listed.length;
  return `${listed.join(', ')}${rest > 0 ? ` e altri ${rest}` : ''}`;
}
/** Fewer e-mails are read before anybody would stop it. */
const WORTH_SAYING = 20;

/** How far a long reading is, and how to stop it. */
function ReadingNotice({
  name,
  label,
  reading,
  onStop,
}: {
  readonly name: string;
  readonly label: string;
  readonly reading: MailboxCheck['reading'];
  readonly onStop: () => void;
}) {
  if (!reading || reading.total < WORTH_SAYING) return null;
  return (
    <section className="notice-reading" aria-label={name}>
      <Loading label={label} done={reading.done} total={reading.total} rows={0} />
      <Button size="small" onClick={onStop}>
        Smetti: le altre restano da leggere
      </Button>
    </section>
  );
}

/** Problems that belong to no screen: they push the screen down, and stay until they are put away. */
export function Notices({ problem, onPutAway, mailbox, bringing, onCopies, onOtherMails }: NoticesProps) {
  const damage = useAnswer('service.health', {}).value?.damage;
  const { unreadable, reading } = mailbox;
  const more = unreadable.length - MOST_NAMED;
  const notNamed = bringing.unreadable.slice(MOST_NAMED).map(({ name }) => name);
  const away = (onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      Nascondi
    </Button>
  );
  const isBringing = bringing.reading ?? bringing.problem ?? bringing.unreadable[0];
  if (!damage && !problem && !mailbox.problem && !reading && unreadable.length === 0 && !isBringing) return null;
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
      <ReadingNotice name="Lettura della casella" label="Leggo la casella" reading={reading} onStop={mailbox.stop} />
      <ReadingNotice
        name="Lettura delle e-mail portate qui"
        label="Leggo le e-mail"
        reading={bringing.reading}
        onStop={bringing.stop}
      />
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
      {bringing.problem && <ProblemBanner {...problemOf(bringing.problem)} actions={away(bringing.putAway)} />}
      {bringing.unreadable.length > 0 && (
        <ProblemBanner
          tone="warn"
          heading={`${plural(bringing.unreadable.length, 'file non è stato letto', 'file non sono stati letti')}`}
          lines={[
            ...bringing.unreadable.slice(0, MOST_NAMED).map(({ problem: unread }) => sayProblem(unread)),
            ...(notNamed.length > 0 ? [`E anche: ${sayNames(notNamed)}.`] : []),
          ]}
          actions={away(bringing.putAway)}
        />
      )}
    </div>
  );
}

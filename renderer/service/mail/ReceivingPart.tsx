import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { ChooseFolder } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { useSession } from '#renderer/session.tsx';
import { ProblemBanner, problemOf, SegmentedChoice, TruthMark } from '#renderer/ui/index.ts';
import { PROVIDERS } from '#shared/people/profile/mailAccess.ts';
import type { AccessView } from '#shared/requests/accessView.ts';
import type { MailboxAccountView } from '#shared/requests/mailboxAccount.ts';
import { mailboxTruth } from '#shared/requests/mailboxSign.ts';
import type { Status } from '#shared/service/status.ts';
import { otherMailbox } from './accountWords.ts';
import { type ServerWay, wayOf } from './receivingForm.ts';
import { ServerForm } from './ServerForm.tsx';

type Way = ServerWay | 'folder';
const WAYS = [
  { value: 'microsoft', label: PROVIDERS.microsoft.label },
  { value: 'google', label: PROVIDERS.google.label },
  { value: 'server', label: 'Server di posta (IMAP)' },
  { value: 'folder', label: 'Cartella di file' },
] as const;

/** A folder in which somebody puts the e-mails as files, for who has no mail server to connect. */
function FolderWay({ status, connected }: { readonly status: Status; readonly connected: boolean }) {
  return (
    <>
      <p>
        L’app legge i file .eml e .msg che qualcuno mette in una cartella.{' '}
        {connected && 'Adesso legge la casella dal server: per leggere la cartella, prima scollega questo computer.'}
      </p>
      <p className="path mono">
        {status.mailbox.source === 'folder' ? status.folders.mails : 'nessuna cartella scelta'}
      </p>
      {!connected && <ChooseFolder />}
    </>
  );
}

export interface ReceivingPartProps {
  readonly view: MailboxAccountView;
  readonly access: AccessView;
  readonly status: Status;
}

/** How the e-mails of the offices come in, and how that stands (P10, P20). */
export function ReceivingPart({ view, access, status }: ReceivingPartProps) {
  const { profile, now, today } = useSession();
  const [way, setWay] = useState<Way>(() =>
    status.mailbox.source === 'folder' ? 'folder' : wayOf(view.receiving, access.access),
  );
  const { mailbox } = status;
  const other = view.connected ? otherMailbox(view.receiving, profile.mailbox) : undefined;
  return (
    <section className="mail-part" aria-labelledby="mail-receiving">
      <div className="row">
        <h2 id="mail-receiving" className="grow">
          Ricevere
        </h2>
        <TruthMark truth={mailboxTruth(mailbox, profile.calendar, now)} today={today} />
      </div>
      {mailbox.source === 'server' && mailbox.problem && (
        <ProblemBanner tone="warn" place="below" {...problemOf(mailbox.problem)} code={undefined} />
      )}
      {other && <ProblemBanner tone="warn" place="below" {...other} />}
      <SegmentedChoice
        legend="Da dove arrivano le e-mail"
        hideLegend
        size="normal"
        options={WAYS}
        value={way}
        onChange={setWay}
      />
      {way === 'folder' ? (
        <FolderWay status={status} connected={view.connected} />
      ) : view.offline ? (
        <p>Nell’addestramento niente esce da questo computer: una casella vera si collega dai dati del Comune.</p>
      ) : (
        <ServerForm key={way} view={view} access={access} way={way} />
      )}
    </section>
  );
}

/** What the page asks of the core for its first part. */
export const useReceiving = () => ({
  view: useAnswer('requests.mailbox', {}).value,
  access: useAnswer('requests.access', {}).value,
  status: useAnswer('service.status', {}).value,
});

import { useAct, useAnswer } from '#renderer/api.ts';
import type { SettingsTab } from '#renderer/service/settings/SettingsScreen.tsx';
import { ShareChoice } from '#renderer/service/sharing/ShareChoice.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { FIELD_WORDS } from '#shared/people/profile/fieldWords.ts';
import type { BeginningId } from '#shared/service/beginnings.ts';
import { AddressesForm } from './AddressesForm.tsx';
import { HeadForm } from './HeadForm.tsx';

export interface BeginningFieldProps {
  readonly id: BeginningId;
  readonly onDone: () => void;
  readonly onCheckMailbox: () => void;
  readonly onSettings: (tab: SettingsTab) => void;
}

/** The folder that holds the e-mails of the mailbox (P20): chosen, then read at once. */
function MailboxForm({ onCheckMailbox }: Pick<BeginningFieldProps, 'onCheckMailbox'>) {
  const { mailbox } = useSession().profile;
  const choose = useAct('service.chooseFolder');
  const run = async () => {
    if (choose.busy) return;
    const reply = await choose.run({ which: 'mails' });
    if (reply.ok && reply.value.chosen) onCheckMailbox();
  };
  return (
    <>
      <p>
        {mailbox === null ? 'Gli uffici scrivono alla casella del Comune' : `Gli uffici scrivono a ${mailbox}`}: scegli
        la cartella in cui arrivano le sue e-mail. L’app la legge subito.
      </p>
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
      <div className="share-acts">
        <Button kind="main" icon="folder" onClick={() => void run()}>
          Scegli la cartella…
        </Button>
        <Button icon="refresh" onClick={onCheckMailbox}>
          Riprova a leggerla
        </Button>
      </div>
    </>
  );
}

/** The field of a row, where the row is. */
export function BeginningField({ id, onDone, onCheckMailbox, onSettings }: BeginningFieldProps) {
  const share = useAnswer('service.sharing', {}).value;
  const { toConfirm } = useSession().profile;
  if (id === 'register') return share ? <ShareChoice share={share} /> : null;
  if (id === 'head') return <HeadForm onDone={onDone} />;
  if (id === 'mailbox') return <MailboxForm onCheckMailbox={onCheckMailbox} />;
  if (id === 'addresses') return <AddressesForm onDone={onDone} />;
  if (id === 'person') {
    return <Button onClick={() => onSettings('people')}>Apri le persone</Button>;
  }
  return (
    <>
      <p>{toConfirm.map((field) => FIELD_WORDS[field].label).join(', ')}.</p>
      <Button kind="main" onClick={() => onSettings('profile')}>
        Guardali e confermali
      </Button>
    </>
  );
}

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

/** Where the e-mails of the mailbox come from (P20): its page, or a folder that is chosen and read at once. */
function MailboxForm({ onCheckMailbox, onSettings }: Pick<BeginningFieldProps, 'onCheckMailbox' | 'onSettings'>) {
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
        {mailbox === null ? 'Gli uffici scrivono alla casella del Comune' : `Gli uffici scrivono a ${mailbox}`}: collega
        la casella, e l’app la legge da sola. Se non puoi, scegli una cartella in cui qualcuno mette le e-mail come
        file.
      </p>
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
      <div className="share-acts">
        <Button kind="main" onClick={() => onSettings('mail')}>
          Collega la casella…
        </Button>
        <Button icon="folder" onClick={() => void run()}>
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
  if (id === 'mailbox') return <MailboxForm onCheckMailbox={onCheckMailbox} onSettings={onSettings} />;
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

import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, PaneBody, ProblemBanner, problemOf, TruthMark, useToast } from '#renderer/ui/index.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { mailboxTruth } from '#shared/requests/mailboxSign.ts';
import type { Status } from '#shared/service/status.ts';

type FolderName = Input<'service.chooseFolder'>['which'];

const FOLDERS: readonly { readonly which: FolderName; readonly title: string; readonly use: string }[] = [
  { which: 'mails', title: 'E-mail degli uffici', use: 'L’app legge da qui le richieste.' },
  {
    which: 'deliveries',
    title: 'Consegne alla ditta',
    use: 'Per ogni avviso un file per il programma della ditta e uno da leggere.',
  },
  {
    which: 'outgoing',
    title: 'E-mail in partenza',
    use: 'Le e-mail che l’app prepara: si aprono e si spediscono dal programma di posta.',
  },
  { which: 'reports', title: 'Relazioni', use: 'I PDF dei bimestri.' },
];

/** Why no folder of e-mails is read. */
const NO_FOLDER = {
  none: 'nessuna: l’app non legge la posta',
  server: 'nessuna: l’app legge la casella dal server di posta',
} as const;

function MailboxState({ mailbox }: Pick<Status, 'mailbox'>) {
  const { profile, now, today } = useSession();
  return (
    <>
      <p className="small">
        <TruthMark truth={mailboxTruth(mailbox, profile.calendar, now)} today={today} />
      </p>
      {mailbox.source !== 'none' && mailbox.problem && <ProblemBanner tone="warn" {...problemOf(mailbox.problem)} />}
    </>
  );
}

export interface SettingsFoldersProps {
  /** Goes to how the exchange with the other desks stands. */
  readonly onSharing: (() => void) | undefined;
}

/** The folders of this computer: their path, what they hold, how reading went. */
export function SettingsFolders({ onSharing }: SettingsFoldersProps) {
  const status = useAnswer('service.status', {}).value;
  const configured = useAnswer('service.sharing', {}).value?.configured ?? null;
  const choose = useAct('service.chooseFolder');
  const chooseShare = useAct('service.chooseShare');
  const show = useToast();
  const run = async (which: FolderName, title: string) => {
    if (choose.busy) return;
    const reply = await choose.run({ which });
    if (reply.ok && reply.value.chosen) show({ text: `Cartella cambiata: ${title}.` });
  };
  const chooseShared = async () => {
    if (chooseShare.busy) return;
    const reply = await chooseShare.run({});
    if (reply.ok && reply.value.chosen) onSharing?.();
  };
  return (
    <PaneBody>
      <p className="muted">Valgono per questo computer. Quello che è già nelle cartelle resta dov’è.</p>
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
      {chooseShare.problem && <ProblemBanner {...problemOf(chooseShare.problem)} />}
      {FOLDERS.map(({ which, title, use }) => (
        <section key={which} className="settings-folder" aria-labelledby={`folder-${which}`}>
          <div className="grow">
            <h2 id={`folder-${which}`}>{title}</h2>
            <p className="small muted">{use}</p>
            {which === 'mails' && status && status.mailbox.source !== 'folder' ? (
              <p className="path">{NO_FOLDER[status.mailbox.source]}</p>
            ) : (
              <p className="mono path">{status?.folders[which]}</p>
            )}
            {which === 'mails' && status && status.mailbox.source !== 'server' && <MailboxState {...status} />}
          </div>
          <Button icon="folder" aria-describedby={`folder-${which}`} onClick={() => void run(which, title)}>
            Scegli la cartella…
          </Button>
        </section>
      ))}
      <section className="settings-folder" aria-labelledby="folder-share">
        <div className="grow">
          <h2 id="folder-share">Registro condiviso</h2>
          <p className="small muted">La cartella di rete in cui le postazioni hanno il registro in comune.</p>
          <p className={configured ? 'mono path' : 'path'}>
            {configured ?? 'nessuna: questa postazione lavora da sola'}
          </p>
          {onSharing && (
            <button type="button" className="link small" onClick={onSharing}>
              Come sta la condivisione
            </button>
          )}
        </div>
        <Button icon="folder" aria-describedby="folder-share" onClick={() => void chooseShared()}>
          Scegli la cartella…
        </Button>
      </section>
    </PaneBody>
  );
}

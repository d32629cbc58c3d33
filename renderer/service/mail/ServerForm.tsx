import { useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayField,
  Field,
  onEnter,
  ProblemBanner,
  problemOf,
  ReadOnlyNotice,
  useToast,
} from '#renderer/ui/index.ts';
import type { MailboxAccountView } from '#shared/requests/mailboxAccount.ts';
import { type FormField, formOf, isSameAccount, type ReceivingForm, wantedOf, withSecurity } from './receivingForm.ts';
import { ServerFields } from './ServerFields.tsx';

export interface ServerFormProps {
  readonly view: MailboxAccountView;
}

const ORDER: readonly FormField[] = ['server', 'port', 'user', 'password', 'folder', 'since'];

/** The mailbox on a mail server: typed, tried step by step, and read only when every step was done (P10, P66). */
export function ServerForm({ view }: ServerFormProps) {
  const { profile, today } = useSession();
  const connect = useAct('requests.connectMailbox');
  const disconnect = useAct('requests.disconnectMailbox');
  const show = useToast();
  const [form, setForm] = useState<ReceivingForm>(() => formOf(view, profile.mailbox));
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const readOnly = view.readOnly !== null;
  const keepsPassword = view.hasPassword && isSameAccount(form, view.receiving);
  const judged = wantedOf(form, keepsPassword);
  const wrong = asked && 'wrong' in judged ? judged.wrong : {};
  const set = (part: Partial<ReceivingForm>) => setForm({ ...form, ...part });

  const run = async () => {
    setAsked(true);
    if (connect.busy) return;
    if ('wrong' in judged) {
      const at = ORDER.find((name) => judged.wrong[name]);
      box.current?.querySelector<HTMLInputElement>(`[name="${at}"]`)?.focus();
      return;
    }
    const reply = await connect.run(judged.wanted);
    if (!reply.ok || !reply.value.connected) return;
    setForm({ ...form, password: '' });
    setAsked(false);
    if (reply.value.steps.every(({ state }) => state !== 'failed'))
      show({ text: 'Casella collegata: l’app la legge da sola.' });
  };
  const leave = async () => {
    if (disconnect.busy) return;
    if ((await disconnect.run({})).ok)
      show({ text: 'Casella scollegata: su questo computer la password non c’è più.' });
  };
  const onKeyDown = onEnter(() => void run());
  return (
    <div ref={box} className="mail-form">
      {view.readOnly && (
        <ReadOnlyNotice
          heading="Il server lo cambia il capo settore"
          lines={['Vale per tutto il Comune. La password di questo computer la scrivi tu.']}
        />
      )}
      <ServerFields
        form={form}
        set={set}
        setSecurity={(security) => setForm(withSecurity(form, security))}
        wrong={wrong}
        readOnly={readOnly}
        keepsPassword={keepsPassword}
        onKeyDown={onKeyDown}
      >
        <Field
          readOnly={readOnly}
          onKeyDown={onKeyDown}
          label="Cartella da leggere"
          name="folder"
          spellCheck={false}
          value={form.folder}
          onChange={(folder) => set({ folder })}
          error={wrong.folder}
        />
        <DayField
          label="Leggi le e-mail arrivate dal"
          past
          today={today}
          value={form.since}
          onChange={(since) => set({ since })}
          error={wrong.since}
        />
      </ServerFields>
      <p className="small muted">
        L’app legge da sola ogni 5 minuti, e appena il server dice che c’è una e-mail nuova. Lascia tutto nella casella
        e non segna niente come letto.
      </p>
      {connect.problem && <ProblemBanner place="below" {...problemOf(connect.problem)} />}
      {disconnect.problem && <ProblemBanner place="below" {...problemOf(disconnect.problem)} />}
      <div className="mail-buttons">
        <Button kind="main" icon="refresh" onClick={() => void run()} aria-busy={connect.busy}>
          {connect.busy ? 'Provo…' : view.connected ? 'Prova di nuovo' : 'Prova e collega'}
        </Button>
        {view.connected && <Button onClick={() => void leave()}>Scollega questo computer</Button>}
      </div>
    </div>
  );
}

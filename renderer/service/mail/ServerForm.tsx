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
  SegmentedChoice,
  useToast,
} from '#renderer/ui/index.ts';
import type { MailboxAccountView } from '#shared/requests/mailboxAccount.ts';
import { type FormField, formOf, isSameAccount, type ReceivingForm, wantedOf, withSecurity } from './receivingForm.ts';

export interface ServerFormProps {
  readonly view: MailboxAccountView;
}

const SECURITIES = [
  { value: 'tls', label: 'TLS' },
  { value: 'starttls', label: 'STARTTLS' },
] as const;

const ORDER: readonly FormField[] = ['server', 'port', 'user', 'password', 'folder', 'since'];

/** The mailbox on a mail server: typed, tried step by step, and read only when every step was done (P10, P66). */
export function ServerForm({ view }: ServerFormProps) {
  const { profile, today } = useSession();
  const connect = useAct('requests.connectMailbox');
  const disconnect = useAct('requests.disconnectMailbox');
  const show = useToast();
  const [form, setForm] = useState<ReceivingForm>(() => formOf(view, profile.mailbox));
  const [isShown, setShown] = useState(false);
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
  const common = { readOnly, onKeyDown };
  return (
    <div ref={box} className="mail-form">
      {view.readOnly && (
        <ReadOnlyNotice
          heading="Il server lo cambia il capo settore"
          lines={['Vale per tutto il Comune. La password di questo computer la scrivi tu.']}
        />
      )}
      <div className="mail-fields mail-server">
        <Field
          {...common}
          label="Server"
          name="server"
          spellCheck={false}
          value={form.server}
          onChange={(server) => set({ server })}
          error={wrong.server}
        />
        <Field
          {...common}
          label="Porta"
          name="port"
          inputMode="numeric"
          value={form.port}
          onChange={(port) => set({ port })}
          error={wrong.port}
        />
        {readOnly ? (
          <Field
            readOnly
            label="Cifratura"
            value={form.security === 'tls' ? 'TLS' : 'STARTTLS'}
            onChange={() => undefined}
          />
        ) : (
          <SegmentedChoice
            legend="Cifratura"
            size="normal"
            options={SECURITIES}
            value={form.security}
            onChange={(security) => setForm(withSecurity(form, security))}
          />
        )}
      </div>
      <div className="mail-fields">
        <Field
          {...common}
          label="Nome utente"
          name="user"
          spellCheck={false}
          value={form.user}
          onChange={(user) => set({ user })}
          error={wrong.user}
        />
        <Field
          label="Password"
          name="password"
          source="resta su questo computer"
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          value={form.password}
          onChange={(password) => set({ password })}
          onKeyDown={onKeyDown}
          placeholder={keepsPassword ? 'quella che c’è già' : undefined}
          error={wrong.password}
          after={
            <Button kind="quiet" size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? 'Nascondi' : 'Mostra'}
            </Button>
          }
        />
        <Field
          {...common}
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
      </div>
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

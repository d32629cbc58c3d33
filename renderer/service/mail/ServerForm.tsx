import { useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayField,
  onEnter,
  ProblemBanner,
  problemOf,
  ReadOnlyNotice,
  SegmentedChoice,
  useToast,
} from '#renderer/ui/index.ts';
import type { MailAccess } from '#shared/people/profile/mailAccess.ts';
import type { AccessView } from '#shared/requests/accessView.ts';
import type { MailboxAccountView, MailboxWanted } from '#shared/requests/mailboxAccount.ts';
import { AccessBox } from './AccessBox.tsx';
import { AccessFields } from './AccessFields.tsx';
import { accessFormOf, accessOf } from './accessForm.ts';
import { FolderField } from './FolderField.tsx';
import {
  type FormField,
  formOf,
  isSameAccount,
  type ReceivingForm,
  type ServerWay,
  wantedOf,
  withSecurity,
} from './receivingForm.ts';
import { ServerFields } from './ServerFields.tsx';

export interface ServerFormProps {
  readonly view: MailboxAccountView;
  readonly access: AccessView;
  readonly way: ServerWay;
}

const ORDER: readonly FormField[] = ['server', 'port', 'user', 'password', 'folder', 'since'];
const METHODS = [
  { value: 'password', label: 'Con la password' },
  { value: 'oauth2', label: 'Con un accesso' },
] as const;

/** The mailbox on a mail server: typed, tried step by step, and read only when every step was done (P10, P66). */
export function ServerForm({ view, access, way }: ServerFormProps) {
  const { profile, today } = useSession();
  const connect = useAct('requests.connectMailbox');
  const disconnect = useAct('requests.disconnectMailbox');
  const show = useToast();
  const [form, setForm] = useState<ReceivingForm>(() => formOf(view, profile.mailbox, way));
  const [accessForm, setAccessForm] = useState(() => accessFormOf(access.access, way === 'server' ? 'other' : way));
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const readOnly = view.readOnly !== null;
  const byAccess = form.method === 'oauth2';
  const keepsPassword = view.hasPassword && isSameAccount(form, view.receiving);
  const judgedAccess = accessOf(accessForm);
  const typedAccess = 'access' in judgedAccess ? judgedAccess.access : undefined;
  const judged = wantedOf(form, keepsPassword, typedAccess ?? null);
  const wrong = asked && 'wrong' in judged ? judged.wrong : {};
  const wrongAccess = asked && 'wrong' in judgedAccess ? judgedAccess.wrong : {};
  const set = (part: Partial<ReceivingForm>) => setForm({ ...form, ...part });

  /** Shows what is wrong, and brings the person to the first of it. */
  const goTo = (names: readonly string[]) => {
    setAsked(true);
    const at = names[0];
    box.current?.querySelector<HTMLInputElement>(`[name="${at}"]`)?.focus();
  };
  const accessTyped = (): MailAccess | undefined => {
    if ('wrong' in judgedAccess) goTo(Object.keys(judgedAccess.wrong));
    return typedAccess;
  };
  const typed = (): MailboxWanted | undefined => {
    if ('wrong' in judged) {
      goTo(ORDER.filter((name) => judged.wrong[name]));
      return undefined;
    }
    return byAccess && accessTyped() === undefined ? undefined : judged.wanted;
  };
  const run = async () => {
    setAsked(true);
    const wanted = connect.busy ? undefined : typed();
    if (!wanted) return;
    const reply = await connect.run(wanted);
    if (!reply.ok || !reply.value.connected) return;
    setForm({ ...form, password: '' });
    setAsked(false);
    if (reply.value.steps.every(({ state }) => state !== 'failed'))
      show({ text: 'Casella collegata: l’app la legge da sola.' });
  };
  const leave = async () => {
    if (disconnect.busy) return;
    if ((await disconnect.run({})).ok)
      show({
        text: byAccess ? 'Casella scollegata.' : 'Casella scollegata: su questo computer la password non c’è più.',
      });
  };
  const onKeyDown = onEnter(() => void run());
  return (
    <div ref={box} className="mail-form">
      {view.readOnly && (
        <ReadOnlyNotice
          heading="Il server lo cambia il capo settore"
          lines={['Vale per tutto il Comune. La password o l’accesso di questo computer li metti tu.']}
        />
      )}
      {way === 'server' && !readOnly && (
        <SegmentedChoice
          legend="Come si entra"
          size="normal"
          options={METHODS}
          value={form.method}
          onChange={(method) => set({ method })}
        />
      )}
      <ServerFields
        form={form}
        set={set}
        setSecurity={(security) => setForm(withSecurity(form, security))}
        wrong={wrong}
        readOnly={readOnly}
        keepsPassword={keepsPassword}
        isKnown={way !== 'server'}
        byAccess={byAccess}
        onKeyDown={onKeyDown}
      >
        <FolderField
          folder={form.folder}
          set={(folder) => set({ folder })}
          error={wrong.folder}
          readOnly={readOnly}
          wanted={typed}
          onKeyDown={onKeyDown}
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
      {byAccess && (
        <>
          <AccessFields
            form={accessForm}
            set={setAccessForm}
            wrong={wrongAccess}
            readOnly={readOnly}
            onKeyDown={onKeyDown}
          />
          <AccessBox view={access} typed={accessTyped} access={typedAccess} />
        </>
      )}
      <p className="small muted">
        L’app legge da sola ogni 5 minuti, e appena il server dice che c’è una e-mail nuova. Lascia tutto nella casella
        e non segna niente come letto.
      </p>
      {connect.problem && <ProblemBanner place="below" {...problemOf(connect.problem)} code={undefined} />}
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

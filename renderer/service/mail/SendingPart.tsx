import { useRef, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  Field,
  onEnter,
  ProblemBanner,
  problemOf,
  ReadOnlyNotice,
  SegmentedChoice,
  TruthMark,
  useToast,
} from '#renderer/ui/index.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import type { AccessView } from '#shared/requests/accessView.ts';
import { isSendingTried, type SendingView } from '#shared/requests/sendingTrial.ts';
import { otherSender } from './accountWords.ts';
import { ServerFields } from './ServerFields.tsx';
import {
  isSameSending,
  type SendingField,
  type SendingForm,
  sendingFormOf,
  sendingWantedOf,
  withSendingMethod,
  withSendingSecurity,
} from './sendingForm.ts';
import { sendingTruth } from './sendingWords.ts';

const METHODS = [
  { value: 'password', label: 'Con la password' },
  { value: 'access', label: 'Con l’accesso di Ricevere' },
] as const;
const ORDER: readonly SendingField[] = ['server', 'port', 'user', 'password', 'address'];

/** The server letters leave by: typed, tried up to a letter to oneself, and used only when every step was done (P66). */
function SendingServer({ view, access }: Pick<SendingPartProps, 'view' | 'access'>) {
  const { profile } = useSession();
  const connect = useAct('requests.connectSending');
  const disconnect = useAct('requests.disconnectSending');
  const show = useToast();
  const [form, setForm] = useState<SendingForm>(() => sendingFormOf(view, profile.mailbox));
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isByPassword = view.sending !== null && view.sending.byAccess !== true;
  const keepsPassword = isByPassword && view.hasPassword && isSameSending(form, view.sending);
  const judged = sendingWantedOf(form, keepsPassword, access.access);
  const isConnected = view.since !== null;
  const wrong = asked && 'wrong' in judged ? judged.wrong : {};

  const run = async () => {
    setAsked(true);
    if (connect.busy) return;
    if ('wrong' in judged) {
      const at = ORDER.find((name) => judged.wrong[name]);
      box.current?.querySelector<HTMLInputElement>(`[name="${at}"]`)?.focus();
      return;
    }
    const reply = await connect.run(judged.wanted);
    if (!reply.ok || !isSendingTried(reply.value.steps)) return;
    setForm({ ...form, password: '' });
    setAsked(false);
    show({ text: 'Prova riuscita: da adesso le e-mail nuove partono da sole.' });
  };
  const leave = async () => {
    if (disconnect.busy) return;
    if ((await disconnect.run({})).ok)
      show({
        text:
          form.method === 'access'
            ? 'Da adesso le e-mail le spedisce una persona.'
            : 'Da adesso le e-mail le spedisce una persona: su questo computer la password non c’è più.',
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
      {view.readOnly === null && (
        <SegmentedChoice
          legend="Come si entra"
          size="normal"
          options={METHODS}
          value={form.method}
          onChange={(method) => setForm(withSendingMethod(form, method, access.access))}
        />
      )}
      {form.method === 'access' && access.access === null && (
        <p>Prima collega la casella in Ricevere con un accesso: per spedire vale lo stesso.</p>
      )}
      <ServerFields
        form={form}
        set={(part) => setForm({ ...form, ...part })}
        setSecurity={(security) => setForm(withSendingSecurity(form, security))}
        wrong={wrong}
        readOnly={view.readOnly !== null}
        keepsPassword={keepsPassword}
        isKnown={false}
        byAccess={form.method === 'access'}
        onKeyDown={onKeyDown}
      >
        <Field
          readOnly={view.readOnly !== null}
          onKeyDown={onKeyDown}
          label="Indirizzo da cui partono"
          name="address"
          spellCheck={false}
          value={form.address}
          onChange={(address) => setForm({ ...form, address })}
          error={wrong.address}
        />
      </ServerFields>
      <p className="small muted">
        La prova spedisce una e-mail a questo stesso indirizzo. Le e-mail già pronte restano da spedire a mano: da sole
        partono quelle scritte da qui in poi, agli uffici e al capo settore dopo i 10 secondi per annullare, alla ditta
        quando viene il momento dell’invio, sempre con il capo settore e il sindaco in copia.
      </p>
      {connect.problem && <ProblemBanner place="below" {...problemOf(connect.problem)} code={undefined} />}
      {disconnect.problem && <ProblemBanner place="below" {...problemOf(disconnect.problem)} />}
      <div className="mail-buttons">
        <Button kind="main" icon="refresh" onClick={() => void run()} aria-busy={connect.busy}>
          {connect.busy ? 'Provo…' : isConnected ? 'Prova di nuovo la spedizione' : 'Prova e spedisci da qui'}
        </Button>
        {isConnected && <Button onClick={() => void leave()}>Spedisci a mano</Button>}
      </div>
    </div>
  );
}

export interface SendingPartProps {
  readonly view: SendingView;
  readonly access: AccessView;
  /** The mailbox that is read. */
  readonly receiving: Receiving | null;
}

/** How letters leave, and how that stands (P26, P66): a section of its own of the page. */
export function SendingPart({ view, access, receiving }: SendingPartProps) {
  const { today } = useSession();
  const other = view.since === null ? undefined : otherSender(view.sending, receiving);
  return (
    <section className="mail-part" aria-labelledby="mail-sending">
      <div className="row">
        <h2 id="mail-sending" className="grow">
          Spedire
        </h2>
        <TruthMark truth={sendingTruth(view)} today={today} />
      </div>
      {view.offline ? (
        <p>Nell’addestramento nessuna e-mail parte: la posta in uscita si collega dai dati del Comune.</p>
      ) : (
        <>
          {other && <ProblemBanner tone="warn" place="below" {...other} />}
          <SendingServer view={view} access={access} />
        </>
      )}
    </section>
  );
}

/** What the page asks of the core for this part. */
export const useSending = () => useAnswer('requests.sending', {}).value;

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
import { isSendingTried, type SendingView } from '#shared/requests/sendingTrial.ts';
import {
  isSameSending,
  type SendingField,
  type SendingForm,
  sendingFormOf,
  sendingWantedOf,
  withSendingSecurity,
} from './sendingForm.ts';
import { sendingTruth } from './sendingWords.ts';

const SECURITIES = [
  { value: 'tls', label: 'TLS' },
  { value: 'starttls', label: 'STARTTLS' },
] as const;
const ORDER: readonly SendingField[] = ['server', 'port', 'user', 'password', 'address'];

interface FieldsProps {
  readonly form: SendingForm;
  readonly set: (form: SendingForm) => void;
  readonly wrong: Partial<Readonly<Record<SendingField, string>>>;
  readonly readOnly: boolean;
  readonly keepsPassword: boolean;
  readonly onKeyDown: ReturnType<typeof onEnter>;
}

function Fields({ form, set, wrong, readOnly, keepsPassword, onKeyDown }: FieldsProps) {
  const [isShown, setShown] = useState(false);
  const field = (name: SendingField) => ({
    ...{ name, readOnly, onKeyDown, spellCheck: false, value: form[name], error: wrong[name] },
    onChange: (value: string) => set({ ...form, [name]: value }),
  });
  return (
    <>
      <div className="mail-fields mail-server">
        <Field {...field('server')} label="Server" />
        <Field {...field('port')} label="Porta" inputMode="numeric" />
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
            onChange={(security) => set(withSendingSecurity(form, security))}
          />
        )}
      </div>
      <div className="mail-fields">
        <Field {...field('user')} label="Nome utente" />
        <Field
          {...field('password')}
          readOnly={false}
          label="Password"
          source="resta su questo computer"
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          maxLength={1_000}
          placeholder={keepsPassword ? 'quella che c’è già' : undefined}
          after={
            <Button kind="quiet" size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? 'Nascondi' : 'Mostra'}
            </Button>
          }
        />
        <Field {...field('address')} label="Indirizzo da cui partono" />
      </div>
    </>
  );
}

/** The server letters leave by: typed, tried up to a letter to oneself, and used only when every step was done (P66). */
function SendingServer({ view }: { readonly view: SendingView }) {
  const { profile } = useSession();
  const connect = useAct('requests.connectSending');
  const disconnect = useAct('requests.disconnectSending');
  const show = useToast();
  const [form, setForm] = useState<SendingForm>(() => sendingFormOf(view, profile.mailbox));
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const keepsPassword = view.hasPassword && isSameSending(form, view.sending);
  const judged = sendingWantedOf(form, keepsPassword);
  const isConnected = view.since !== null;

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
      show({ text: 'Da adesso le e-mail le spedisce una persona: su questo computer la password non c’è più.' });
  };
  return (
    <div ref={box} className="mail-form">
      {view.readOnly && (
        <ReadOnlyNotice
          heading="Il server lo cambia il capo settore"
          lines={['Vale per tutto il Comune. La password di questo computer la scrivi tu.']}
        />
      )}
      <Fields
        form={form}
        set={setForm}
        wrong={asked && 'wrong' in judged ? judged.wrong : {}}
        readOnly={view.readOnly !== null}
        keepsPassword={keepsPassword}
        onKeyDown={onEnter(() => void run())}
      />
      <p className="small muted">
        La prova spedisce una e-mail a questo stesso indirizzo. Le e-mail già pronte restano da spedire a mano: da sole
        partono quelle scritte da qui in poi, agli uffici e al capo settore dopo i 10 secondi per annullare, alla ditta
        quando viene il momento dell’invio, sempre con il capo settore e il sindaco in copia.
      </p>
      {connect.problem && <ProblemBanner place="below" {...problemOf(connect.problem)} />}
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

/** How letters leave, and how that stands (P26, P66): a section of its own of the page. */
export function SendingPart({ view }: { readonly view: SendingView }) {
  const { today } = useSession();
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
        <SendingServer view={view} />
      )}
    </section>
  );
}

/** What the page asks of the core for this part. */
export const useSending = () => useAnswer('requests.sending', {}).value;

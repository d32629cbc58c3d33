import { Field, type onEnter, SegmentedChoice } from '#renderer/ui/index.ts';
import type { AccessField, AccessForm } from './accessForm.ts';

export interface AccessFieldsProps {
  readonly form: AccessForm;
  readonly set: (form: AccessForm) => void;
  readonly wrong: Partial<Readonly<Record<AccessField, string>>>;
  readonly readOnly: boolean;
  readonly onKeyDown: ReturnType<typeof onEnter>;
}

const HELP = {
  microsoft:
    'I due identificativi li dà chi gestisce Microsoft 365 per il Comune, quando registra questa app: un client pubblico con i permessi IMAP.AccessAsUser.All e SMTP.Send. Per una casella condivisa accede una persona che ha il permesso completo su quella casella.',
  google:
    'Identificativo e chiave li dà chi gestisce Google Workspace per il Comune, quando registra questa app come app per computer con il permesso sulla posta. Si accede con la casella da leggere.',
  other: 'Questi dati li dà chi gestisce la posta del Comune.',
} as const;

const WAYS = [
  { value: 'device', label: 'Con un codice' },
  { value: 'authorization', label: 'Nel browser' },
] as const;

/** How the town is known to who gives the access (RFC 6749): data of the town, none of it a secret. */
export function AccessFields({ form, set, wrong, readOnly, onKeyDown }: AccessFieldsProps) {
  const field = (name: AccessField) => ({
    ...{ name, readOnly, onKeyDown, spellCheck: false, value: form[name], error: wrong[name] },
    onChange: (value: string) => set({ ...form, [name]: value }),
  });
  const { provider } = form;
  return (
    <>
      <div className="mail-fields">
        <Field {...field('clientId')} label="Identificativo dell’app (client ID)" />
        {provider === 'microsoft' && <Field {...field('tenant')} label="Identificativo dell’organizzazione (tenant)" />}
        {provider !== 'microsoft' && <Field {...field('clientSecret')} label="Chiave dell’app, se c’è" />}
        {provider === 'other' && (
          <>
            <SegmentedChoice
              legend="Come si accede"
              size="normal"
              options={WAYS}
              value={form.way}
              onChange={(way) => {
                if (!readOnly) set({ ...form, way });
              }}
            />
            <Field {...field('page')} label={form.way === 'device' ? 'Indirizzo dei codici' : 'Pagina di accesso'} />
            <Field {...field('token')} label="Indirizzo degli accessi (token)" />
            <Field {...field('scopes')} label="Permessi (scope)" />
          </>
        )}
      </div>
      <p className="small muted">{HELP[provider]}</p>
    </>
  );
}

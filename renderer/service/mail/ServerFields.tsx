import { type ReactNode, useState } from 'react';
import { Button, Field, type onEnter, SegmentedChoice } from '#renderer/ui/index.ts';
import type { SECURITIES } from '#shared/outbox/mailServer.ts';

/** What is typed about any server of the post. */
export interface ServerTyped {
  readonly server: string;
  readonly port: string;
  readonly security: (typeof SECURITIES)[number];
  readonly user: string;
  readonly password: string;
}
type TypedField = Exclude<keyof ServerTyped, 'security'>;

export interface ServerFieldsProps {
  readonly form: ServerTyped;
  readonly set: (part: Partial<ServerTyped>) => void;
  readonly setSecurity: (security: ServerTyped['security']) => void;
  readonly wrong: Partial<Readonly<Record<TypedField, string>>>;
  /** Whether the server is none of this person's to change; the password is. */
  readonly readOnly: boolean;
  /** Whether a password for this very server lies here. */
  readonly keepsPassword: boolean;
  /** Whether the server is known without anybody typing it. */
  readonly isKnown: boolean;
  /** Whether an access opens it in place of a password. */
  readonly byAccess: boolean;
  readonly onKeyDown: ReturnType<typeof onEnter>;
  /** The fields of one way alone, beside user and password. */
  readonly children: ReactNode;
}

const LABELS = { tls: 'TLS', starttls: 'STARTTLS' } as const;
const CHOICES = (['tls', 'starttls'] as const).map((value) => ({ value, label: LABELS[value] }));

/** Server, port and encryption. */
function Place({ form, setSecurity, readOnly, field }: ServerFieldsProps & { readonly field: FieldOf }) {
  return (
    <div className="mail-fields mail-server">
      <Field {...field('server')} readOnly={readOnly} label="Server" />
      <Field {...field('port')} readOnly={readOnly} label="Porta" inputMode="numeric" />
      {readOnly ? (
        <Field readOnly label="Cifratura" value={LABELS[form.security]} onChange={() => undefined} />
      ) : (
        <SegmentedChoice
          legend="Cifratura"
          size="normal"
          options={CHOICES}
          value={form.security}
          onChange={setSecurity}
        />
      )}
    </div>
  );
}
type FieldOf = (name: TypedField) => {
  readonly name: TypedField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

/** The fields of a mail server, the same for both ways. */
export function ServerFields(props: ServerFieldsProps) {
  const { form, set, wrong, readOnly, keepsPassword, isKnown, byAccess, onKeyDown, children } = props;
  const [isShown, setShown] = useState(false);
  const field = (name: TypedField) => ({
    ...{ name, onKeyDown, spellCheck: false, value: form[name], error: wrong[name] },
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <>
      {!isKnown && <Place {...props} field={field} />}
      <div className="mail-fields">
        <Field {...field('user')} readOnly={readOnly} label={isKnown ? 'Indirizzo della casella' : 'Nome utente'} />
        {!byAccess && (
          <Field
            {...field('password')}
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
        )}
        {children}
      </div>
    </>
  );
}

/** What is typed about the way letters leave, and what of it is still wrong. Pure. */
import { SENDING_PORT, type Sending, sendingSchema } from '#shared/outbox/sendingAccount.ts';
import { type MailAccess, PROVIDERS } from '#shared/people/profile/mailAccess.ts';
import type { SendingView, SendingWanted } from '#shared/requests/sendingTrial.ts';

/** As it stands in the fields. */
export interface SendingForm {
  readonly server: string;
  readonly port: string;
  readonly security: Sending['security'];
  readonly user: string;
  readonly address: string;
  readonly password: string;
  /** What opens it: a password of its own, or the access of the desk to the post. */
  readonly method: 'password' | 'access';
}
export type SendingField = keyof SendingForm;

/** The fields to begin with: the account of the town, else its address and the usual port. */
export function sendingFormOf({ sending }: SendingView, mailbox: string | null): SendingForm {
  return {
    server: sending?.server ?? '',
    port: String(sending?.port ?? SENDING_PORT.tls),
    security: sending?.security ?? 'tls',
    user: sending?.user ?? mailbox ?? '',
    address: sending?.address ?? mailbox ?? '',
    password: '',
    method: sending?.byAccess ? 'access' : 'password',
  };
}

/** The same with another way to enter: the server of a provider whose servers are known goes with it. */
export function withSendingMethod(
  form: SendingForm,
  method: SendingForm['method'],
  access: MailAccess | null,
): SendingForm {
  if (method === 'password' || access === null || access.provider === 'other' || form.server.trim() !== '')
    return { ...form, method };
  const { server, port, security } = PROVIDERS[access.provider].sending;
  return { ...form, method, server, port: String(port), security };
}

/** The same with another encryption: a port that nobody chose goes with it. */
export function withSendingSecurity(form: SendingForm, security: Sending['security']): SendingForm {
  const isUsual = form.port.trim() === '' || form.port === String(SENDING_PORT[form.security]);
  return { ...form, security, port: isUsual ? String(SENDING_PORT[security]) : form.port };
}

const WRONG = {
  server: 'Scrivi il nome del server, come posta.comune.example.',
  port: 'Scrivi il numero della porta: di solito 465, oppure 587.',
  user: 'Scrivi il nome con cui si entra: di solito l’indirizzo della casella.',
  address: 'Scrivi un solo indirizzo, come avvisi@comune.example.',
} as const;
const isWritten = (name: unknown): name is keyof typeof WRONG => typeof name === 'string' && name in WRONG;

/** What the core is asked to try, or what is wrong in the fields. `hasPassword`: one for this account lies here. */
export function sendingWantedOf(
  { server, port, security, user, address, password, method }: SendingForm,
  hasPassword: boolean,
  access: MailAccess | null,
): { readonly wanted: SendingWanted } | { readonly wrong: Partial<Readonly<Record<SendingField, string>>> } {
  const parsed = sendingSchema.safeParse({
    ...{ server, security, user, address, method: 'password' },
    ...(method === 'access' ? { byAccess: true } : {}),
    port: /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0,
  });
  const wrong: Partial<Record<SendingField, string>> = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const [name] = path;
    if (isWritten(name)) wrong[name] = WRONG[name];
  }
  if (method === 'password' && password === '' && !hasPassword)
    wrong.password = 'Scrivi la password con cui si spedisce.';
  if (!parsed.success || Object.keys(wrong).length > 0) return { wrong };
  return {
    wanted: {
      sending: parsed.data,
      password: method === 'access' || password === '' ? null : password,
      access: method === 'access' ? access : null,
    },
  };
}

/** Whether the password that lies here is for what is typed. */
export const isSameSending = ({ server, port, user }: SendingForm, sending: Sending | null): boolean =>
  sending?.server === server.trim() && String(sending.port) === port.trim() && sending.user === user.trim();

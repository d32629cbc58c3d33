/** What is typed about the mailbox on a mail server, and what of it is still wrong. Pure. */
import type { Day } from '#shared/kernel/day.ts';
import { type MailAccess, PROVIDERS } from '#shared/people/profile/mailAccess.ts';
import { type Receiving, receivingSchema, USUAL_PORT } from '#shared/people/profile/mailAccount.ts';
import type { MailboxAccountView, MailboxWanted } from '#shared/requests/mailboxAccount.ts';
import { ARRIVALS, sayFolder } from '#shared/requests/mailFolders.ts';

/** Where e-mails arrive: a provider whose servers are known, or a server that is typed. */
export type ServerWay = 'microsoft' | 'google' | 'server';

/** As it stands in the fields. */
export interface ReceivingForm {
  readonly server: string;
  readonly port: string;
  readonly security: Receiving['security'];
  readonly user: string;
  readonly folder: string;
  readonly password: string;
  readonly since: Day | '';
  readonly method: Receiving['method'];
}
export type FormField = keyof ReceivingForm;

/** The way of an account: its provider where its very server is the known one. */
export function wayOf(receiving: Receiving | null, access: MailAccess | null): ServerWay {
  if (receiving?.method !== 'oauth2' || access === null || access.provider === 'other') return 'server';
  return PROVIDERS[access.provider].receiving.server === receiving.server ? access.provider : 'server';
}

/** The fields to begin with: the account of the town, else its address and the usual port and folder. */
export function formOf(
  { receiving, since }: MailboxAccountView,
  address: string | null,
  way: ServerWay,
): ReceivingForm {
  const preset = way === 'server' ? undefined : PROVIDERS[way].receiving;
  const { server, port, security } = preset ?? receiving ?? { server: '', port: USUAL_PORT.tls, security: 'tls' };
  return {
    ...{ server, port: String(port), security, since },
    user: receiving?.user ?? address ?? '',
    folder: receiving?.folder ?? ARRIVALS,
    password: '',
    method: preset ? 'oauth2' : (receiving?.method ?? 'password'),
  };
}

/** The path of a folder whose name a person typed. */
export const typedFolder = (text: string): string =>
  text.trim().toLowerCase() === sayFolder(ARRIVALS).toLowerCase() ? ARRIVALS : text;

/** The same with another encryption: a port that nobody chose goes with it. */
export function withSecurity(form: ReceivingForm, security: Receiving['security']): ReceivingForm {
  const isUsual = form.port.trim() === '' || form.port === String(USUAL_PORT[form.security]);
  return { ...form, security, port: isUsual ? String(USUAL_PORT[security]) : form.port };
}

const WRONG = {
  server: 'Scrivi il nome del server, come posta.comune.example.',
  port: 'Scrivi il numero della porta: di solito 993.',
  user: 'Scrivi il nome con cui si entra: di solito l’indirizzo della casella.',
  folder: 'Scrivi la cartella da leggere: quella di arrivo si chiama Posta in arrivo.',
} as const;

/** What the core is asked to try, or what is wrong in the fields. `hasPassword`: one for this account lies here. */
export function wantedOf(
  { server, port, security, user, folder, password, since, method }: ReceivingForm,
  hasPassword: boolean,
  access: MailAccess | null,
): { readonly wanted: MailboxWanted } | { readonly wrong: Partial<Readonly<Record<FormField, string>>> } {
  const parsed = receivingSchema.safeParse({
    ...{ server, security, user, folder, method },
    port: /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0,
  });
  const wrong: Partial<Record<FormField, string>> = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const [name] = path;
    if (name === 'server' || name === 'port' || name === 'user' || name === 'folder') wrong[name] = WRONG[name];
  }
  if (method === 'password' && password === '' && !hasPassword) wrong.password = 'Scrivi la password della casella.';
  if (since === '') wrong.since = 'Scrivi da quale giorno si leggono le e-mail.';
  if (!parsed.success || since === '' || Object.keys(wrong).length > 0) return { wrong };
  return {
    wanted: {
      ...{ receiving: parsed.data, since },
      password: method === 'oauth2' || password === '' ? null : password,
      access: method === 'oauth2' ? access : null,
    },
  };
}

/** Whether the password that lies here is for what is typed. */
export const isSameAccount = ({ server, port, user }: ReceivingForm, receiving: Receiving | null): boolean =>
  receiving?.server === server.trim() && String(receiving.port) === port.trim() && receiving.user === user.trim();

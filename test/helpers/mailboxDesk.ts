/** A desk that reads the mailbox of a real mail server on loopback. */
import tls from 'node:tls';
import { act } from '#electron/demo/procedure.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import type { Connecting, MailboxWanted } from '#shared/requests/mailboxAccount.ts';
import { type Dovecot, MAILBOX_PASSWORD, MAILBOX_USER } from './dovecot.ts';
import { openTown, type Town, type TownAppOptions } from './openTown.ts';

/** From now on this test process trusts the server, as a computer does on which its certificate was installed. */
export function trust({ certificate }: Pick<Dovecot, 'certificate'>): void {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate]);
}

/** A server by its ports: without encryption and with. */
interface OnPorts {
  readonly ports: Pick<Dovecot['ports'], 'imap' | 'imaps'>;
}

/** The account of the mailbox on a server. */
export const accountOn = ({ ports }: OnPorts, other: Partial<Receiving> = {}): Receiving => ({
  server: '127.0.0.1',
  port: other.security === 'starttls' ? ports.imap : ports.imaps,
  security: 'tls',
  user: MAILBOX_USER,
  folder: 'INBOX',
  method: 'password',
  ...other,
});

/** What a person types to connect it. */
export const wantedOn = (server: OnPorts, other: Partial<MailboxWanted> = {}): MailboxWanted => ({
  receiving: accountOn(server),
  password: MAILBOX_PASSWORD,
  access: null,
  since: '2026-02-01',
  ...other,
});

/** A town whose desk nobody connected to anything, and from which things may leave. */
export const openOnlineTown = (options: TownAppOptions = {}): Promise<Town> =>
  openTown({ training: false, connects: false, fetch: () => Promise.reject(new Error('Nessuna rete.')), ...options });

/** Connects the mailbox as a person does on its page. */
export const connectMailbox = (town: Town, wanted: MailboxWanted): Promise<Connecting> =>
  act(town.app, 'requests.connectMailbox', wanted);

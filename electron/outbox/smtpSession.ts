import type { TLSSocket } from 'node:tls';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import type { SmtpAttempt } from '#shared/outbox/smtpOutcome.ts';
import type { Access } from './access.ts';
import { enterSmtp } from './smtpLogin.ts';

/** Who a letter is from and who it goes to, as the server is told: plain addresses. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** A recipient the server does not want, with its answer. */
export interface Refusal {
  readonly address: string;
  readonly code: number | null;
  readonly answer: string;
}

/** How sending one letter went, as far as it was watched, and what stopped it. */
export interface Watched {
  readonly attempt: SmtpAttempt;
  readonly refusals: readonly Refusal[];
  readonly cause: NodemailerError | null;
}

/** How long to wait, in milliseconds. A server may look at a letter for minutes after its end (RFC 5321, 4.5.3.2.6). */
export interface Patience {
  readonly connection: number;
  readonly silence: number;
}
const PATIENCE: Patience = { connection: 15_000, silence: 120_000 };
const LONGEST_ANSWER = 64 * 1024;

export interface SmtpOptions {
  readonly account: Sending;
  readonly access: Access;
  readonly patience?: Patience;
}

/** A connection to a server that sends letters; each act rejects with what stopped it. Always to be closed. */
export interface SmtpSession {
  /** Connects, encrypted; resolves once the server has greeted. */
  readonly connect: () => Promise<void>;
  /** The last day of the certificate of the server; null where it showed none. */
  readonly certificateUntil: () => Instant | null;
  readonly login: () => Promise<void>;
  /** Sends the bytes of one letter, and watches how far it came. Never rejects. */
  readonly send: (envelope: Envelope, raw: Buffer) => Promise<Watched>;
  readonly close: () => void;
}

/** The answer 354, or another positive one where a server does not keep to it. */
const ASKS_FOR_TEXT = /^3\d\d/;

const hostOf = ({ server }: Sending): string => server.replace(/^\[|\]$/g, '');
const numberIn = (answer: string): number | null => Number(/^\d{3}/.exec(answer)?.[0] ?? Number.NaN) || null;
const refusalOf = ({ recipient, responseCode, response }: NodemailerError): Refusal => ({
  address: recipient ?? '',
  code: responseCode ?? null,
  answer: response ?? '',
});

/** Runs one act of the connection; a failure of the connection meanwhile ends it too. */
function once<Value>(
  connection: SMTPConnection,
  act: (done: (cause: NodemailerError | null | undefined, value?: Value) => void) => void,
): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodemailerError): void => reject(cause);
    const ended = (): void => reject(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' }));
    connection.once('error', failed);
    connection.once('end', ended);
    act((cause, value) => {
      connection.removeListener('error', failed);
      connection.removeListener('end', ended);
      if (cause) reject(cause);
      else resolve(value);
    });
  });
}

/** Prepares a connection to the server of an account. */
export function smtpSession({ account, access, patience = PATIENCE }: SmtpOptions): SmtpSession {
  let wasAsked = false;
  const heard = (record: unknown, text: unknown): void => {
    const { tnx } = record as { readonly tnx?: string };
    // The first bytes of the text are on their way, whatever the server answered.
    if ((tnx === 'server' && ASKS_FOR_TEXT.test(String(text))) || tnx === 'message') wasAsked = true;
  };
  /** What is said holds names and a password: it is looked at and written nowhere. */
  const logger = { trace: heard, debug: heard, info: heard, warn: heard, error: heard, fatal: heard, level: () => {} };
  const connection = new SMTPConnection({
    host: hostOf(account),
    port: account.port,
    secure: account.security === 'tls',
    requireTLS: true,
    // Without it the server would be told the name of this computer.
    name: account.address.split('@')[1] ?? 'localhost',
    connectionTimeout: patience.connection,
    greetingTimeout: patience.connection,
    dnsTimeout: patience.connection,
    socketTimeout: patience.silence,
    maxResponseSize: LONGEST_ANSWER,
    logger: logger as unknown as true,
    debug: true,
  });
  // A failure between two acts has nobody to tell: the next one meets it.
  connection.on('error', () => undefined);
  return {
    connect: async () => {
      await once(connection, (done) => connection.connect(done));
    },
    certificateUntil: () => {
      const socket = connection._socket as TLSSocket | undefined;
      const until = socket?.getPeerCertificate?.().valid_to;
      return until === undefined ? null : new Date(until).toISOString();
    },
    login: async () => {
      await enterSmtp(account.user, access, (auth) => once(connection, (done) => connection.login(auth, done)));
    },
    send: async ({ from, to }, raw) => {
      wasAsked = false;
      try {
        const info = await once<Awaited<Parameters<Parameters<SMTPConnection['send']>[2]>[1]>>(connection, (done) =>
          connection.send({ from, to: [...to] }, raw, done),
        );
        const refusals = (info?.rejectedErrors ?? []).map(refusalOf);
        const answer = numberIn(info?.response ?? '');
        return {
          attempt: { wasAsked, answer, stop: null, rejected: refusals.map(({ code }) => code) },
          refusals,
          cause: null,
        };
      } catch (thrown) {
        const cause = thrown as NodemailerError;
        const refusals = (cause.rejectedErrors ?? []).map(refusalOf);
        const code = cause.responseCode ?? null;
        const rejected = refusals.map((one) => one.code);
        const attempt = { wasAsked, answer: wasAsked ? code : null, stop: wasAsked ? null : code, rejected };
        return { attempt, refusals, cause };
      }
    },
    close: () => connection.close(),
  };
}

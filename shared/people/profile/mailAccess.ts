import { z } from 'zod';
import type { SECURITIES } from '#shared/outbox/mailServer.ts';
import { wordSchema } from '#shared/outbox/mailServer.ts';

/** Who gives the access to a mailbox in place of a password (OAuth 2.0, RFC 6749). */
export const MAIL_PROVIDERS = ['microsoft', 'google', 'other'] as const;
export type MailProvider = (typeof MAIL_PROVIDERS)[number];

/** An address of a server that is sent a secret: encrypted, and nothing hidden in it. */
const endpointSchema = z
  .string()
  .trim()
  .max(1_000)
  .pipe(z.url({ protocol: /^https$/ }))
  .refine((text) => !/[@#\s]/.test(text));
/** Words parted by blanks (RFC 6749, 3.3). */
const scopesSchema = z
  .string()
  .trim()
  .max(1_000)
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/);

/** Where an access is asked for. One of `device` and `authorization` is there. */
export const endpointsSchema = z
  .object({
    /** Gives a code to type on a page, also of a telephone (RFC 8628). */
    device: endpointSchema.nullable(),
    /** The page on which the person says yes, in the browser of this computer (RFC 8252). */
    authorization: endpointSchema.nullable(),
    token: endpointSchema,
    scopes: scopesSchema,
  })
  .refine(({ device, authorization }) => device !== null || authorization !== null, { path: ['device'] });
export type Endpoints = z.infer<typeof endpointsSchema>;

/**
 * How the town is known to who gives the access: none of it is a secret, each desk keeps what it was given apart. The
 * words of a provider are shipped, the town's own are not.
 */
export const mailAccessSchema = z
  .object({
    provider: z.enum(MAIL_PROVIDERS),
    /** The name under which those who run the post of the town registered the app. */
    clientId: wordSchema,
    /** Of Microsoft 365: the organisation, by its id or its domain. */
    tenant: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9.-]{0,252}$/i)
      .nullable(),
    /** Google gives one with each app that is installed; it keeps nothing secret (RFC 8252, 8.5). */
    clientSecret: wordSchema.nullable(),
    /** Of a provider that is not known. */
    endpoints: endpointsSchema.nullable(),
  })
  .refine(({ provider, tenant }) => provider !== 'microsoft' || tenant !== null, { path: ['tenant'] })
  .refine(({ provider, endpoints }) => provider !== 'other' || endpoints !== null, { path: ['endpoints'] });
export type MailAccess = z.infer<typeof mailAccessSchema>;

interface ServerPreset {
  readonly server: string;
  readonly port: number;
  readonly security: (typeof SECURITIES)[number];
}

interface ProviderPreset {
  readonly label: string;
  readonly endpoints: Endpoints;
  /** What else its page wants to be told. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly receiving: ServerPreset;
  readonly sending: ServerPreset;
}

/** The providers whose words are known; `{tenant}` stands for the organisation. */
export const PROVIDERS: Readonly<Record<Exclude<MailProvider, 'other'>, ProviderPreset>> = {
  microsoft: {
    label: 'Microsoft 365',
    endpoints: {
      device: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode',
      authorization: null,
      token: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
      scopes:
        'https://outlook.office365.com/IMAP.AccessAsUser.All https://outlook.office365.com/SMTP.Send offline_access',
    },
    parameters: {},
    receiving: { server: 'outlook.office365.com', port: 993, security: 'tls' },
    sending: { server: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
  google: {
    label: 'Google',
    endpoints: {
      device: null,
      authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
      token: 'https://oauth2.googleapis.com/token',
      scopes: 'https://mail.google.com/',
    },
    // Without both of them it gives nothing that lasts longer than an hour.
    parameters: { access_type: 'offline', prompt: 'consent' },
    receiving: { server: 'imap.gmail.com', port: 993, security: 'tls' },
    sending: { server: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
};

/** Where and how an access is asked for, with the words of the town put in. */
export interface AccessWay extends Endpoints {
  readonly parameters: Readonly<Record<string, string>>;
}

const EMPTY_WAY = { device: null, authorization: null, token: '', scopes: '', parameters: {} } as const;

/** Where the access of a town is asked for. */
export function accessWayOf({ provider, tenant, endpoints }: MailAccess): AccessWay {
  if (provider === 'other') return endpoints ? { ...endpoints, parameters: {} } : EMPTY_WAY;
  const { endpoints: preset, parameters } = PROVIDERS[provider];
  const put = <Address extends string | null>(address: Address): Address =>
    (address?.replace('{tenant}', encodeURIComponent(tenant ?? '')) ?? null) as Address;
  return { ...preset, device: put(preset.device), token: put(preset.token), parameters };
}

/** What an access is bound to: to another server, or in another name, what was given is not sent. */
export const accessKey = (access: MailAccess): string => `${accessWayOf(access).token} ${access.clientId}`;

/** The name of the server that gives an access. */
export const accessHost = (access: MailAccess): string =>
  accessWayOf(access).token.split('/')[2]?.replace(/:\d+$/, '') ?? '';

/** `Microsoft 365, app 1f2e…`, `posta.comune.example, app avvisi`: who gives the access, and the name of the app there. */
export const sayAccess = (access: MailAccess): string =>
  `${access.provider === 'other' ? accessHost(access) : PROVIDERS[access.provider].label}, app ${access.clientId}`;

/** What is typed about who gives an access to the post, and what of it is still wrong. Pure. */
import { type MailAccess, type MailProvider, mailAccessSchema } from '#shared/people/profile/mailAccess.ts';

/** As it stands in the fields. */
export interface AccessForm {
  readonly provider: MailProvider;
  readonly clientId: string;
  readonly tenant: string;
  readonly clientSecret: string;
  /** Of a provider that is not known: the page is one of a code, or one of the browser. */
  readonly way: 'device' | 'authorization';
  readonly page: string;
  readonly token: string;
  readonly scopes: string;
}
export type AccessField = Exclude<keyof AccessForm, 'provider' | 'way'>;

/** The fields to begin with: those of the town where they are of this provider. */
export function accessFormOf(access: MailAccess | null, provider: MailProvider): AccessForm {
  const known = access?.provider === provider ? access : null;
  const endpoints = known?.endpoints;
  return {
    provider,
    clientId: known?.clientId ?? '',
    tenant: known?.tenant ?? '',
    clientSecret: known?.clientSecret ?? '',
    way: endpoints?.authorization ? 'authorization' : 'device',
    page: endpoints?.authorization ?? endpoints?.device ?? '',
    token: endpoints?.token ?? '',
    scopes: endpoints?.scopes ?? '',
  };
}

const WRONG = {
  clientId: 'Scrivi l’identificativo dell’app: lo dà chi gestisce la posta del Comune.',
  tenant: 'Scrivi l’identificativo dell’organizzazione, oppure il suo dominio: lo dà chi gestisce la posta del Comune.',
  clientSecret: 'Scrivi la chiave dell’app senza spazi, oppure lascia vuoto.',
  page: 'Scrivi l’indirizzo completo, che comincia con https://.',
  token: 'Scrivi l’indirizzo completo, che comincia con https://.',
  scopes: 'Scrivi i permessi, separati da uno spazio.',
} as const;
const isTyped = (name: unknown): name is keyof typeof WRONG => typeof name === 'string' && name in WRONG;
const FIELD_OF: Readonly<Record<string, AccessField>> = { device: 'page', authorization: 'page' };

/** How the access is asked for, or what is wrong in the fields. */
export function accessOf(
  form: AccessForm,
): { readonly access: MailAccess } | { readonly wrong: Partial<Readonly<Record<AccessField, string>>> } {
  const { provider, way, page, token, scopes } = form;
  const typed = (text: string): string | null => (text.trim() === '' ? null : text);
  const parsed = mailAccessSchema.safeParse({
    ...{ provider, clientId: form.clientId, clientSecret: typed(form.clientSecret) },
    tenant: provider === 'microsoft' ? typed(form.tenant) : null,
    endpoints: provider === 'other' ? { device: null, authorization: null, token, scopes, [way]: typed(page) } : null,
  });
  if (parsed.success) return { access: parsed.data };
  const wrong: Partial<Record<AccessField, string>> = {};
  for (const { path } of parsed.error.issues) {
    const last = String(path.at(-1));
    const name = FIELD_OF[last] ?? last;
    if (isTyped(name)) wrong[name] = WRONG[name];
  }
  return { wrong };
}

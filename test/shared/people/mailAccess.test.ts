import { expect, test } from 'vitest';
import {
  accessHost,
  accessKey,
  accessWayOf,
  type MailAccess,
  mailAccessSchema,
  sayAccess,
} from '#shared/people/profile/mailAccess.ts';

const MICROSOFT: MailAccess = {
  ...{ provider: 'microsoft', clientId: '1f2e', tenant: 'comune.valdombra.example' },
  ...{ clientSecret: null, endpoints: null },
};
const ENDPOINTS = {
  ...{ device: null, authorization: 'https://accesso.example/pagina', token: 'https://accesso.example:8443/token' },
  scopes: 'posta offline_access',
};
const OTHER: MailAccess = { ...MICROSOFT, provider: 'other', tenant: null, endpoints: ENDPOINTS };

test('the organisation is put into the addresses of Microsoft 365, and nothing else can be', () => {
  expect(accessWayOf(MICROSOFT).token).toContain('/comune.valdombra.example/oauth2/');
  expect(mailAccessSchema.safeParse({ ...MICROSOFT, tenant: 'a/../b' }).success).toBe(false);
});

test('what was given is bound to its server and to its name', () => {
  expect(accessKey(MICROSOFT)).not.toBe(accessKey({ ...MICROSOFT, clientId: 'altra' }));
  expect(accessKey(MICROSOFT)).not.toBe(accessKey({ ...MICROSOFT, tenant: 'altro.example' }));
});

test('each is called as people call it', () => {
  expect([sayAccess(MICROSOFT), sayAccess(OTHER)]).toEqual(['Microsoft 365, app 1f2e', 'accesso.example, app 1f2e']);
  expect(accessHost(OTHER)).toBe('accesso.example');
});

test.each([
  ['Microsoft 365 without its organisation', { ...MICROSOFT, tenant: null }],
  ['another one without its addresses', { ...OTHER, endpoints: null }],
  ['one that gives neither code nor page', { ...OTHER, endpoints: { ...ENDPOINTS, authorization: null } }],
  ['an address that is not encrypted', { ...OTHER, endpoints: { ...ENDPOINTS, token: 'http://accesso.example/' } }],
  ['an address with a name inside', { ...OTHER, endpoints: { ...ENDPOINTS, token: 'https://a:b@accesso.example/' } }],
  ['permissions on two lines', { ...OTHER, endpoints: { ...ENDPOINTS, scopes: 'posta\naltro' } }],
])('%s is refused', (_what, access) => {
  expect(mailAccessSchema.safeParse(access).success).toBe(false);
});

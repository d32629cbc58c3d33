import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profileSchema } from '#shared/people/profile/profile.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

describe.each([rubano, valdombra])('profile $id (P4)', (profile) => {
  it('fits its schema, also after export and import', () => {
    expect(profileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });

  it('names only fields it has as still to confirm', () => {
    for (const field of profile.toConfirm) expect(Object.keys(profile)).toContain(field);
    expect(profileSchema.parse({ ...profile, toConfirm: ['host', 'hosts'] }).toConfirm).toEqual(['hosts']);
  });
});

it('the register path of Rubano keeps the space before PuntoSi and has no extension', () => {
  const { registerPath } = profileSchema.parse(JSON.parse(JSON.stringify(rubano)));
  expect(registerPath.split('\\')).toEqual([
    'X:',
    'Area PSi Cultura',
    ' PuntoSi',
    'Comunicazione',
    'REGISTRO_MESSAGGI_WHATSAPP',
  ]);
});

it('what nobody told about Rubano is empty, never invented', () => {
  expect(rubano).toMatchObject({ optInWord: 'ISCRIVIMI', optOutWord: null, mayor: null, offices: [] });
});

it('nothing of the invented town can reach anybody (P64)', () => {
  const { mailbox, contractor, mayor, hosts, mailDomains } = valdombra;
  for (const address of [mailbox, contractor.address, mayor, ...hosts, ...mailDomains]) {
    expect(address).toMatch(/\.example$/);
  }
});

it('a profile exported by the former version is still one: what it could not say has a default', () => {
  const file = new URL('../../../cases/former/profile.json', import.meta.url);
  const exported = JSON.parse(readFileSync(file, 'utf8'));
  expect(profileSchema.parse(exported)).toMatchObject(exported);
});

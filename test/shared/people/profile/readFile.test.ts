import { describe, expect, it } from 'vitest';
import { readProfileFile } from '#shared/people/profile/readFile.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { codeOf, must } from '../../../helpers/desk.ts';

const written = (change: object = {}) => JSON.stringify({ ...valdombra, ...change });

describe('a profile file', () => {
  it('comes back as it was exported, also with the mark of a Windows editor before it', () => {
    expect(must(readProfileFile(written()))).toEqual({ profile: valdombra, unknown: 0 });
    expect(must(readProfileFile(`\uFEFF${written()}`)).profile).toEqual(valdombra);
  });

  it('of a former version says of each datum it does not hold that it is to be confirmed', () => {
    const { reasons: _reasons, groupText: _form, ...former } = valdombra;
    const { profile } = must(readProfileFile(JSON.stringify(former)));
    expect(profile).toEqual({ ...valdombra, toConfirm: ['groupText', 'reasons'] });
  });

  it('without a route is one with no route of its own: that of the app is refused, none is invented', () => {
    const { normalRoute: _route, ...rest } = valdombra;
    const read = readProfileFile(JSON.stringify(rest));
    expect(read.ok ? '' : read.error.what).toContain('Via normale');
  });

  it('of a newer version is read, and what this one does not know is counted', () => {
    expect(must(readProfileFile(written({ channels: [], quota: 4 })))).toEqual({ profile: valdombra, unknown: 2 });
  });

  it.each([
    ['an address with a line break', { mayor: 'sindaca@comune.example\nBcc: tutti@comune.example' }, 'Sindaco'],
    ['a name of two lines', { municipality: 'Comune\ndi nessuno' }, 'Nome del Comune'],
    ['a contractor without an address sign', { contractor: { name: 'Ditta', address: 'ditta' } }, 'Ditta incaricata'],
    [
      'hours that end before they begin',
      { calendar: { ...valdombra.calendar, hours: [[], [{ from: '18:00', to: '09:00' }], [], [], [], [], []] } },
      'Orari',
    ],
    ['a week without service', { calendar: { ...valdombra.calendar, hours: [[], [], [], [], [], [], []] } }, 'Orari'],
    [
      'two prices for each sending on the same days',
      {
        contract: {
          cig: null,
          components: ['18', '19'].map((price) => ({ kind: 'per-sending', price, from: null, until: null })),
        },
      },
      'Contratto',
    ],
    ['a route nobody knows', { normalRoute: 'piccione viaggiatore' }, 'Via normale'],
    [
      'two models of one name',
      {
        emergencyModels: [
          { name: 'a', text: '' },
          { name: 'a', text: 'b' },
        ],
      },
      'Modelli',
    ],
    ['a news list that is no web address', { newsFeed: 'file:///etc/passwd' }, 'Elenco delle notizie'],
    [
      'an address of a responsible with a line break',
      { responsibles: [{ office: 'a', name: 'b', address: 'a@b.example\nBcc: c@d.example' }] },
      'Responsabili',
    ],
    ['a price in letters', { contract: { unitPrice: 'diciotto', cig: null } }, 'Contratto'],
    ['a host with a path', { hosts: ['www.comune.example/novita'] }, 'Siti'],
    ['no threshold', { pressure: { sevenDays: 0, thirtyDays: 30 } }, 'Avvisi al massimo'],
  ])('edited by hand with %s is refused, and the datum is named', (_what, change, label) => {
    const read = readProfileFile(written(change));
    expect(codeOf(read)).toBe('profile-invalid');
    expect(read.ok ? '' : read.error.what).toContain(label);
  });

  it.each(['', '{', '[]', '"profilo"', '12', 'null'])('that is no profile at all is said to be none: %s', (text) => {
    expect(codeOf(readProfileFile(text))).toBe('profile-invalid');
  });
});

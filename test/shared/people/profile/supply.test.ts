import { describe, expect, it } from 'vitest';
import { profileSchema } from '#shared/people/profile/profile.ts';
import { type Component, isVatNumber, overlapsIn, supplySchema } from '#shared/people/profile/supply.ts';
import { sayComponent, supplyLines } from '#shared/people/profile/supplyWords.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const sending = (price: string, from: string | null, until: string | null): Component => ({
  kind: 'per-sending',
  price,
  from,
  until,
});
const NOTHING = { number: null, supplier: null, cig: null, vatRate: null };

describe('the contract as dated parts (P52)', () => {
  it('reads the one price of former versions as a price for each sending without end', () => {
    const { contract } = profileSchema.parse({ ...valdombra, contract: { unitPrice: '18.00', cig: 'Z0A1B2C3D4' } });
    expect(contract).toEqual({ ...NOTHING, cig: 'Z0A1B2C3D4', components: [sending('18.00', null, null)] });
  });

  it.each<[string, readonly Component[], readonly number[]]>([
    ['one after the other', [sending('18', null, '2026-12-31'), sending('19', '2027-01-01', null)], []],
    ['on one day together', [sending('18', null, '2027-01-01'), sending('19', '2027-01-01', null)], [1]],
    ['both without end', [sending('18', null, null), sending('19', null, null)], [1]],
    ['of other kinds', [sending('18', null, null), { kind: 'monthly-fee', price: '5', from: null, until: null }], []],
    [
      'paid once, twice',
      ['avvio', 'corso'].map((what) => ({ kind: 'one-off', price: '100', what, from: '2026-01-01', until: null })),
      [],
    ],
  ])('of parts %s tells which stand in the days of another', (_what, components, places) => {
    expect(overlapsIn(components)).toEqual(places);
    expect(supplySchema.safeParse({ ...NOTHING, components }).success).toBe(places.length === 0);
  });

  it.each([
    { ...sending('18.00', '2026-12-31', '2026-01-01') },
    { ...sending('diciotto', null, null) },
    { kind: 'bands', bands: [{ upTo: 50, price: '18' }], from: null, until: null },
    {
      kind: 'bands',
      bands: [
        { upTo: 50, price: '18' },
        { upTo: 10, price: '17' },
        { upTo: null, price: '15' },
      ],
      from: null,
      until: null,
    },
    { kind: 'one-off', price: '100', what: '=1+1\nseconda riga', from: null, until: null },
  ])('takes no part that makes no sense: %j', (component) => {
    expect(supplySchema.safeParse({ ...NOTHING, components: [component] }).success).toBe(false);
  });

  it('is said in words, with its days', () => {
    expect(sayComponent(sending('18.00', '2026-01-01', null))).toBe('dal 1° gennaio 2026: 18,00 € a invio');
    expect(
      supplyLines({
        ...NOTHING,
        vatRate: '22',
        components: [
          {
            kind: 'bands',
            from: null,
            until: '2026-12-31',
            bands: [
              { upTo: 50, price: '18.00' },
              { upTo: null, price: '15.50' },
            ],
          },
          { kind: 'free-quota', count: 10, from: null, until: null },
        ],
      }),
    ).toEqual([
      'fino al 31 dicembre 2026: fino a 50 avvisi al mese 18,00 € a invio; oltre, 15,50 € a invio',
      '10 avvisi compresi ogni mese',
      'IVA 22 %',
      'CIG mancante',
    ]);
  });

  it('knows an Italian VAT number by its check digit', () => {
    expect(['07643520567', '07643520568', '0764352056', '07643520567 '].map(isVatNumber)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

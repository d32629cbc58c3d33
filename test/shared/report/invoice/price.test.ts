import { expect, it } from 'vitest';
import type { Component, SupplyTerms } from '#shared/people/profile/supply.ts';
import { priceOf } from '#shared/report/invoice/price.ts';
import { codeOf, must } from '../../../helpers/desk.ts';

const days = (from: string | null, until: string | null) => ({ from, until });
const sending = (price: string, from: string | null = null, until: string | null = null): Component => ({
  kind: 'per-sending',
  price,
  ...days(from, until),
});
const terms = (...components: Component[]): SupplyTerms => ({
  number: null,
  supplier: null,
  cig: 'Z0A1B2C3D4',
  vatRate: null,
  components,
});
/** September and October 2026. */
const PERIOD = '2026-5';

it('takes the price for each sending that holds on all days of the period, whatever held before (P52)', () => {
  const contract = terms(sending('18.00', null, '2026-08-31'), sending('19.00', '2026-09-01'));
  expect(must(priceOf(contract, PERIOD))).toEqual({ unitPrice: '19.00', cig: 'Z0A1B2C3D4' });
});

it.each<[string, SupplyTerms | null, string]>([
  ['no contract', null, 'price-missing'],
  ['no part yet', terms(), 'price-missing'],
  ['a price that ended before', terms(sending('18.00', null, '2026-08-31')), 'price-missing'],
  ['a price from the middle', terms(sending('18.00', '2026-09-15')), 'price-undecided'],
  [
    'a price that changes within',
    terms(sending('18', null, '2026-09-30'), sending('19', '2026-10-01')),
    'price-undecided',
  ],
  [
    'a fee beside it',
    terms(sending('18.00'), { kind: 'monthly-fee', price: '5', ...days(null, null) }),
    'price-undecided',
  ],
  [
    'a price for each recipient',
    terms({ kind: 'per-recipient', price: '0.05', ...days(null, null) }),
    'price-undecided',
  ],
])('with %s there is no sum: never a green sign', (_what, contract, code) => {
  expect(codeOf(priceOf(contract, PERIOD))).toBe(code);
});

it('says what the contract holds where it cannot be decided', () => {
  const undecided = priceOf(terms(sending('18.00', '2026-09-15')), PERIOD);
  expect(undecided.ok ? '' : undecided.error.what).toContain('non si può dire');
  expect(undecided.ok ? '' : undecided.error.why).toContain('dal 15 settembre 2026: 18,00 € a invio');
});

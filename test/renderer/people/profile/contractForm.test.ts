import { describe, expect, it } from 'vitest';
import { newComponent, type TypedComponent, termsOf, typedTerms } from '#renderer/people/profile/contractForm.ts';
import { supplySchema } from '#shared/people/profile/supply.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const EMPTY = typedTerms(null);
const part = (
  kind: TypedComponent['kind'],
  typed: Partial<TypedComponent>,
  others: readonly TypedComponent[] = [],
) => ({
  ...newComponent(kind, others),
  ...typed,
});

describe('the contract as it is typed (P52)', () => {
  it('is the contract again when nothing is changed, and none when nothing is typed', () => {
    expect(termsOf(typedTerms(valdombra.contract)).terms).toEqual(valdombra.contract);
    expect(termsOf(EMPTY).terms).toBeNull();
  });

  it('echoes each part in words, and makes what the profile holds', () => {
    const fee = part('monthly-fee', { price: '120', until: '2026-12-31' });
    const bands = part('bands', {
      bands: [
        { upTo: '50', price: '18,00' },
        { upTo: '', price: '15' },
      ],
    });
    const read = termsOf({ ...EMPTY, supplier: 'Messaggi Chiari s.r.l.', vatRate: '22 %', components: [fee, bands] });
    expect(read.components.map(({ said }) => said)).toEqual([
      'fino al 31 dicembre 2026: 120 € al mese.',
      'fino a 50 avvisi al mese 18,00 € a invio; oltre, 15 € a invio.',
    ]);
    expect(supplySchema.safeParse(read.terms).data).toEqual(read.terms);
    expect(read.isBeyondSums).toBe(true);
  });

  it('says in place what does not fit, and keeps nothing until it does', () => {
    const first = part('per-sending', { price: '18,00' });
    const second = part('per-sending', { price: '19,00', from: '2027-01-01' }, [first]);
    const overlapping = termsOf({ ...EMPTY, components: [first, second] });
    expect(overlapping.components.map(({ problem }) => problem)).toEqual([
      undefined,
      expect.stringContaining('c’è già'),
    ]);
    expect(overlapping.terms).toBeUndefined();
    expect(
      termsOf({ ...EMPTY, components: [{ ...first, until: '2026-12-31' }, second] }).terms?.components,
    ).toHaveLength(2);
    const backwards = part('per-sending', { price: '18', from: '2026-02-01', until: '2026-01-01' });
    expect(termsOf({ ...EMPTY, components: [backwards] }).components[0]?.problem).toContain('viene prima');
    expect(termsOf({ ...EMPTY, vatNumber: '12345678901', supplier: 'Ditta' })).toMatchObject({
      terms: undefined,
      problems: { vatNumber: expect.stringContaining('partita IVA') },
    });
    expect(termsOf({ ...EMPTY, vatNumber: '07643520567' }).problems.supplier).toContain('nome della ditta');
  });
});

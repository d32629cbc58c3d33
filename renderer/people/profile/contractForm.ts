/** The contract as it is typed, and what it means (P52). Pure. */
import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import {
  type Component,
  type ComponentKind,
  componentSchema,
  isVatNumber,
  overlapsIn,
  type SupplyTerms,
} from '#shared/people/profile/supply.ts';
import { COMPONENT_WORDS, sayComponent } from '#shared/people/profile/supplyWords.ts';

/** A part as it is typed; what its kind does not have stays empty. */
export interface TypedComponent {
  /** Tells the parts apart while they are typed. */
  readonly key: number;
  readonly kind: ComponentKind;
  readonly price: string;
  readonly count: string;
  readonly what: string;
  /** The last one has no end. */
  readonly bands: readonly { readonly upTo: string; readonly price: string }[];
  readonly from: Day | '';
  readonly until: Day | '';
}

export interface TypedTerms {
  readonly supplier: string;
  readonly vatNumber: string;
  readonly number: string;
  readonly cig: string;
  readonly vatRate: string;
  readonly components: readonly TypedComponent[];
}

const withComma = (decimal: string): string => decimal.replace('.', ',');
const decimalOf = (typed: string): string =>
  typed
    .trim()
    .replace(/\s*[€%]$/, '')
    .replace(',', '.');
const wholeOf = (typed: string): number => (/^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN);
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** An empty part of a kind. */
export function newComponent(kind: ComponentKind, others: readonly TypedComponent[]): TypedComponent {
  const key = Math.max(0, ...others.map((one) => one.key)) + 1;
  return { key, kind, price: '', count: '', what: '', bands: [{ upTo: '', price: '' }], from: '', until: '' };
}

function typedComponent(component: Component, key: number): TypedComponent {
  const { kind, from, until } = component;
  return {
    ...newComponent(kind, []),
    key,
    from: from ?? '',
    until: until ?? '',
    ...('price' in component ? { price: withComma(component.price) } : {}),
    ...('count' in component ? { count: String(component.count) } : {}),
    ...('what' in component ? { what: component.what } : {}),
    ...('bands' in component
      ? { bands: component.bands.map(({ upTo, price }) => ({ upTo: String(upTo ?? ''), price: withComma(price) })) }
      : {}),
  };
}

/** A contract as one would type it. */
export function typedTerms(contract: Profile['contract']): TypedTerms {
  return {
    supplier: contract?.supplier?.name ?? '',
    vatNumber: contract?.supplier?.vatNumber ?? '',
    number: contract?.number ?? '',
    cig: contract?.cig ?? '',
    vatRate: withComma(contract?.vatRate ?? ''),
    components: contract?.components.map(typedComponent) ?? [],
  };
}

function componentOf(typed: TypedComponent): unknown {
  const { kind, from, until, what } = typed;
  const days = { kind, from: from || null, until: until || null };
  if (kind === 'free-quota') return { ...days, count: wholeOf(typed.count) };
  if (kind === 'bands') {
    const last = typed.bands.length - 1;
    return {
      ...days,
      bands: typed.bands.map(({ upTo, price }, index) => ({
        upTo: index === last ? null : wholeOf(upTo),
        price: decimalOf(price),
      })),
    };
  }
  return { ...days, price: decimalOf(typed.price), ...(kind === 'one-off' ? { what } : {}) };
}

const EXPECTED: Readonly<Record<ComponentKind, string>> = {
  'per-sending': 'Scrivi il prezzo senza IVA, come 18,00.',
  'per-recipient': 'Scrivi il prezzo senza IVA, come 0,05.',
  'monthly-fee': 'Scrivi il canone senza IVA, come 120,00.',
  'free-quota': 'Scrivi quanti avvisi, in cifre.',
  minimum: 'Scrivi il minimo senza IVA, come 50,00.',
  bands: 'Scrivi per ogni scaglione fino a quanti avvisi e il prezzo, dal più piccolo al più grande.',
  'one-off': 'Scrivi il prezzo e per che cosa si paga.',
};

/** What was typed for one part. */
export interface ReadComponent {
  readonly problem: string | undefined;
  /** In words, when it makes sense. */
  readonly said: string | undefined;
}

/** What was typed, read. */
export interface ReadTerms {
  /** The contract; null when nothing is typed, undefined while it makes no sense. */
  readonly terms: SupplyTerms | null | undefined;
  readonly problems: { readonly [Field in keyof TypedTerms]?: string };
  readonly components: readonly ReadComponent[];
  /** The invoice cannot be checked with these parts: the app knows only one price for each sending. */
  readonly isBeyondSums: boolean;
}

function problemsOf({ supplier, vatNumber, vatRate }: TypedTerms): ReadTerms['problems'] {
  const isVat = orNull(vatNumber) === null || isVatNumber(vatNumber.trim());
  return {
    ...(isVat ? {} : { vatNumber: 'Non è una partita IVA: ricopia le 11 cifre dalla fattura.' }),
    ...(orNull(supplier) === null && orNull(vatNumber) !== null
      ? { supplier: 'Scrivi anche il nome della ditta.' }
      : {}),
    ...(orNull(vatRate) === null || /^\d{1,2}(\.\d{1,2})?$/.test(decimalOf(vatRate))
      ? {}
      : { vatRate: 'Scrivi un numero, come 22.' }),
  };
}

/** Reads the contract as it is typed, with what does not fit beside each part. */
export function termsOf(typed: TypedTerms): ReadTerms {
  const problems = problemsOf(typed);
  const read = typed.components.map((component) => componentSchema.safeParse(componentOf(component)).data);
  const known = read.filter((one) => one !== undefined);
  const overlapping = new Set(overlapsIn(known).map((place) => known[place]));
  const components = read.map((component, index): ReadComponent => {
    const kind = typed.components[index]?.kind ?? 'per-sending';
    const { from = '', until = '' } = typed.components[index] ?? {};
    if (from !== '' && until !== '' && from > until) {
      return { problem: 'L’ultimo giorno viene prima del primo: cambia uno dei due.', said: undefined };
    }
    if (component === undefined) return { problem: EXPECTED[kind], said: undefined };
    if (!overlapping.has(component)) return { problem: undefined, said: `${sayComponent(component)}.` };
    const words = `«${COMPONENT_WORDS[kind]}» c’è già in alcuni di questi giorni: cambia il giorno in cui l’altro finisce o questo comincia.`;
    return { problem: words, said: undefined };
  });
  const isWrong = Object.keys(problems).length > 0 || components.some(({ problem }) => problem !== undefined);
  const name = orNull(typed.supplier);
  const terms: SupplyTerms = {
    number: orNull(typed.number),
    supplier: name === null ? null : { name, vatNumber: orNull(typed.vatNumber) },
    cig: orNull(typed.cig)?.toUpperCase() ?? null,
    vatRate: orNull(typed.vatRate) === null ? null : decimalOf(typed.vatRate),
    components: [...known],
  };
  const isEmpty = known.length === 0 && !terms.number && !terms.supplier && !terms.cig && !terms.vatRate;
  return {
    terms: isWrong ? undefined : isEmpty ? null : terms,
    problems,
    components,
    isBeyondSums: known.some(({ kind }) => kind !== 'per-sending'),
  };
}

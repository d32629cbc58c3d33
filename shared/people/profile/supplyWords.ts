/** The contract in words (P52). Pure. */
import { type Day, sayDate } from '#shared/kernel/day.ts';
import { sayNumber } from '#shared/kernel/text.ts';
import type { Component, ComponentKind, SupplyTerms } from './supply.ts';

/** How each kind of part is called, in the order in which a form offers them. */
export const COMPONENT_WORDS: Readonly<Record<ComponentKind, string>> = {
  'per-sending': 'Prezzo a invio',
  'per-recipient': 'Prezzo a destinatario',
  'monthly-fee': 'Canone al mese',
  'free-quota': 'Avvisi compresi',
  minimum: 'Minimo al mese',
  bands: 'Prezzi a scaglioni',
  'one-off': 'Una volta sola',
};

/** A price as Italians write it: `18,00 €`. */
const sayEuros = (price: string): string => `${price.replace('.', ',')} €`;

/** `dal 1 gennaio 2026`, `dal 1 gennaio 2026 al 31 dicembre 2027`, `da sempre`. */
function sayValidity({ from, until }: { readonly from: Day | null; readonly until: Day | null }): string {
  const begin = from === null ? null : `dal ${sayDate(from)}`;
  const end = until === null ? null : `${from === null ? 'fino al' : 'al'} ${sayDate(until)}`;
  return [begin, end].filter((words) => words !== null).join(' ') || 'da sempre';
}

/** What one part costs: `18,00 € a invio`. */
function sayCost(component: Component): string {
  switch (component.kind) {
    case 'per-sending':
      return `${sayEuros(component.price)} a invio`;
    case 'per-recipient':
      return `${sayEuros(component.price)} a destinatario`;
    case 'monthly-fee':
      return `${sayEuros(component.price)} al mese`;
    case 'free-quota':
      return `${sayNumber(component.count)} avvisi compresi ogni mese`;
    case 'minimum':
      return `almeno ${sayEuros(component.price)} al mese`;
    case 'bands':
      return component.bands
        .map(({ upTo, price }) =>
          upTo === null
            ? `${component.bands.length > 1 ? 'oltre, ' : ''}${sayEuros(price)} a invio`
            : `fino a ${sayNumber(upTo)} avvisi al mese ${sayEuros(price)} a invio`,
        )
        .join('; ');
    case 'one-off':
      return `${sayEuros(component.price)} una volta sola, ${component.what}`;
  }
}

/** One part with its days: `dal 1 gennaio 2026: 18,00 € a invio`; without days the cost alone. */
export function sayComponent(component: Component): string {
  const { from, until } = component;
  return from === null && until === null ? sayCost(component) : `${sayValidity(component)}: ${sayCost(component)}`;
}

/** A contract in lines. */
export function supplyLines({ number, supplier, cig, vatRate, components }: SupplyTerms): readonly string[] {
  return [
    ...(components.length === 0 ? ['prezzo mancante'] : components.map(sayComponent)),
    ...(vatRate === null ? [] : [`IVA ${vatRate.replace('.', ',')} %`]),
    ...(supplier === null ? [] : [supplier.name]),
    ...(supplier?.vatNumber ? [`partita IVA ${supplier.vatNumber}`] : []),
    ...(number === null ? [] : [`contratto ${number}`]),
    cig === null ? 'CIG mancante' : `CIG ${cig}`,
  ];
}

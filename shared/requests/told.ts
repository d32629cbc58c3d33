import type { Told } from './facts.ts';

const WAYS: Readonly<Record<Told['way'], string>> = {
  telefono: 'per telefono',
  'di persona': 'di persona',
  'e-mail': 'per e-mail',
};

/** How the office said it, in words (P18): `per telefono`. */
export const sayTold = (way: Told['way']): string => WAYS[way];

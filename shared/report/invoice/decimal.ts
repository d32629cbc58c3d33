/** A decimal number as an invoice writes it: digits, a point, up to eight decimals, perhaps a sign. Sums stay exact. */
const DECIMAL = /^([+-]?)(\d{1,13})(?:\.(\d{1,8}))?$/;
const PLACES = 8;
const UNITS = 10n ** BigInt(PLACES);
const UNITS_A_CENT = UNITS / 100n;

/** Whether `text` is a decimal number. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** The number in units of 10⁻⁸, exactly. Throws on what is no decimal: check with `isDecimal` first. */
function unitsOf(decimal: string): bigint {
  const match = DECIMAL.exec(decimal);
  if (match === null) throw new Error(`not a decimal: ${decimal}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole) * UNITS + BigInt(fraction.padEnd(PLACES, '0'));
  return sign === '-' ? -units : units;
}

/** `amount / divisor` to the nearest whole number, halves away from zero. */
function divide(amount: bigint, divisor: bigint): number {
  const size = amount < 0n ? -amount : amount;
  const rounded = (size + divisor / 2n) / divisor;
  return Number(amount < 0n ? -rounded : rounded);
}

/** Integer cents of a decimal amount, half a cent away from zero. Throws on what is no decimal. */
export function centsOf(decimal: string): number {
  return divide(unitsOf(decimal), UNITS_A_CENT);
}

/** Integer cents of `quantity` × `price`, computed without rounding on the way. Throws on what is no decimal. */
export function timesCents(quantity: string, price: string): number {
  return divide(unitsOf(quantity) * unitsOf(price), UNITS * UNITS_A_CENT);
}

/** `1.234,50 €` of integer cents. */
export function sayEuro(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}${whole},${digits.slice(-2)} €`;
}

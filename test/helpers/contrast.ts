/** Contrast as WCAG 2.2 computes it, from the colours a browser reports. */

const CHANNELS = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*1)?\)$/;

function channels(colour: string): readonly [number, number, number] {
  const found = CHANNELS.exec(colour);
  if (!found) throw new Error(`Not an opaque colour: ${colour}`);
  return [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** `#0066cc` for `rgb(0, 102, 204)`. */
export const hex = (colour: string): string =>
  `#${channels(colour)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The ratio of two opaque colours, from 1 to 21, rounded to one decimal as `looks.md` prints it. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return Math.round(((light + 0.05) / (dark + 0.05)) * 10) / 10;
}

/** WhatsApp's own limit for a text in a link, as measured. */
const TEXT_LIMIT = 2_000;

/**
 * The longest address each system opens, in characters after percent-encoding: on Windows `ShellExecute` takes 2,081, and
 * Electron refuses more; elsewhere what servers commonly take.
 */
const ADDRESS_LIMITS = { windows: 2_081, other: 8_000 } as const;

/** The longest address a system opens, by Node's name of it. */
export const addressLimit = (platform: string): number =>
  platform === 'win32' ? ADDRESS_LIMITS.windows : ADDRESS_LIMITS.other;

/**
 * The address that opens WhatsApp's chat picker with the text, of `limit` characters at the most; null when the text is too
 * long for one: then the clipboard alone carries it (P31).
 */
export function pickerUrl(text: string, limit: number): string | null {
  const address = `https://wa.me/?text=${encodeURIComponent(text.toWellFormed())}`;
  return text.length <= TEXT_LIMIT && address.length <= limit ? address : null;
}

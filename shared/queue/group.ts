/** WhatsApp's own limit for a text in a link, as measured; above it the clipboard alone carries the text (P31). */
const PICKER_LIMIT = 2_000;

/** The address that opens WhatsApp's chat picker with the text, or null when the text is too long for it (P31). */
export function pickerUrl(text: string): string | null {
  return text.length <= PICKER_LIMIT ? `https://wa.me/?text=${encodeURIComponent(text)}` : null;
}

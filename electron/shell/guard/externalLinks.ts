/** Point 15: which addresses may leave the app for the browser or WhatsApp, and how a refusal is said. */
import type { Shell } from 'electron';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** An https page of exactly one of the institutional `hosts`, on the standard port and without credentials (P4). */
export function isInstitutional(address: string, hosts: readonly string[]): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && isPlain(url) && hosts.includes(url.hostname);
}

/** WhatsApp's chat picker with at most a text: `https://wa.me/` or `whatsapp://send`. Never a number or a group (P31). */
export function isChatPicker(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !isPlain(url) || url.hash !== '') return false;
  if ([...url.searchParams.keys()].some((key) => key !== 'text')) return false;
  return /^(https:\/\/wa\.me\/|whatsapp:\/\/send\/?)(\?|$)/.test(url.href);
}

const isPlain = (url: URL): boolean => url.username === '' && url.password === '' && url.port === '';

/** Opens `address` outside the app, or says why it may not or could not (`address-refused`, `address-not-opened`). */
export async function openAddress(
  shell: Pick<Shell, 'openExternal'>,
  address: string,
  hosts: readonly string[],
): Promise<Result<null, Problem>> {
  // What was judged is what leaves: the raw words may mean another address to the system.
  const url = URL.parse(address)?.href;
  if (url === undefined || (!isInstitutional(url, hosts) && !isChatPicker(url))) {
    return problem({
      code: 'address-refused',
      what: `L’app non apre l’indirizzo ${shorten(address)}: non è di un sito del Comune.`,
      remedy: 'Se il sito è del Comune, aggiungilo ai siti istituzionali nelle Impostazioni.',
    });
  }
  try {
    await shell.openExternal(url);
    return ok(null);
  } catch {
    return problem({
      code: 'address-not-opened',
      what: `Il computer non ha aperto l’indirizzo ${shorten(address)}.`,
      remedy: isChatPicker(address)
        ? 'Apri WhatsApp a mano e incolla il testo: è già copiato.'
        : 'Apri il browser a mano e scrivi lì l’indirizzo.',
    });
  }
}

const SHOWN_LENGTH = 80;
const shorten = (address: string): string =>
  address.length > SHOWN_LENGTH ? `${address.slice(0, SHOWN_LENGTH)}…` : address;

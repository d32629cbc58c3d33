/** Point 15: which addresses may leave the app for the browser or WhatsApp, and how a refusal is said. The one door. */
import type { Shell } from 'electron';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

const ENCRYPTED = 'https:';

/** An https page of exactly one of the institutional `hosts`, on the standard port and without credentials (P4). */
export function isInstitutional(address: string, hosts: readonly string[]): boolean {
  const url = URL.parse(address);
  return url?.protocol === ENCRYPTED && isPlain(url) && hosts.includes(url.hostname);
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

/**
 * Opens the page on which a person gives an access to the post: the core says which, and it is no page of the town. It is
 * encrypted, with no name or password inside (`sign-in-refused`, `sign-in-not-opened`).
 */
export async function openSignIn(shell: Pick<Shell, 'openExternal'>, address: string): Promise<Result<null, Problem>> {
  const url = URL.parse(address);
  if (url?.protocol !== ENCRYPTED || url.username !== '' || url.password !== '') {
    return problem({
      code: 'sign-in-refused',
      what: 'L’indirizzo della pagina di accesso non è protetto: l’app non lo apre.',
      remedy: 'Fai controllare gli indirizzi di accesso a chi gestisce la posta.',
    });
  }
  try {
    await shell.openExternal(url.href);
    return ok(null);
  } catch {
    return problem({
      code: 'sign-in-not-opened',
      what: 'Il computer non ha aperto la pagina di accesso.',
      remedy: 'Controlla che il computer abbia un browser predefinito, poi riprova.',
    });
  }
}

const SHOWN_LENGTH = 80;
const shorten = (address: string): string =>
  address.length > SHOWN_LENGTH ? `${address.slice(0, SHOWN_LENGTH)}…` : address;

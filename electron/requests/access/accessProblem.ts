import { type ServerTrouble, serverWords } from '#electron/outbox/serverProblem.ts';
import type { Problem } from '#shared/kernel/problem.ts';

const NOTHING_LOST = 'Niente va perso: le e-mail restano dove sono.';
const PAGE = 'Impostazioni, Casella e posta in uscita';

/** What can come between a desk and its access to the post; `host` is the server that gives it. */
const WORDS = {
  ended: () => ({
    what: 'L’accesso alla posta è scaduto: accedi di nuovo.',
    why: NOTHING_LOST,
    remedy: `Apri ${PAGE} e premi Accedi.`,
  }),
  missing: () => ({
    what: 'Da questo computer nessuno ha ancora dato l’accesso alla posta.',
    why: 'Non è mai stato dato qui, oppure i dati di chi lo dà sono cambiati.',
    remedy: `Apri ${PAGE} e premi Accedi.`,
  }),
  unavailable: (host: string) => ({
    what: `${host}, che dà l’accesso alla posta, adesso non risponde.`,
    why: NOTHING_LOST,
    remedy: 'Non devi fare niente: l’app riprova da sola. Se dura, chiedi a chi gestisce la rete o la posta.',
  }),
  'client-refused': (host: string) => ({
    what: `${host} non riconosce l’app di questo Comune.`,
    why: 'L’identificativo dell’app o quello dell’organizzazione non è giusto, oppure all’app mancano i permessi sulla posta.',
    remedy: 'Fai controllare i due identificativi e i permessi dell’app a chi gestisce la posta del Comune.',
  }),
  denied: () => ({
    what: 'Nella pagina di accesso la risposta è stata no.',
    why: 'Può averla data la persona, oppure l’organizzazione: a volte serve il consenso di chi gestisce la posta.',
    remedy: 'Premi di nuovo Accedi e accetta; se la pagina chiede un’approvazione, chiedila a chi gestisce la posta.',
  }),
  'code-expired': () => ({
    what: 'Il codice di accesso è scaduto prima che qualcuno lo scrivesse nella pagina.',
    remedy: 'Premi di nuovo Accedi: arriva un codice nuovo.',
  }),
  'browser-late': () => ({
    what: 'Dal browser non è arrivata nessuna risposta in 5 minuti.',
    remedy: 'Premi di nuovo Accedi e finisci nella pagina che si apre.',
  }),
  'browser-closed': () => ({
    what: 'Il browser di questo computer non si è aperto.',
    remedy: 'Controlla che il computer abbia un browser predefinito, poi premi di nuovo Accedi.',
  }),
} as const satisfies Readonly<Record<string, (host: string) => Omit<Problem, 'code'>>>;

export type AccessTrouble = keyof typeof WORDS;

/** A problem of the access to the post. */
export const accessProblem = (trouble: AccessTrouble, host = ''): Problem => ({
  code: `access-${trouble}`,
  ...WORDS[trouble](host),
});

const WAY = { calm: NOTHING_LOST, ports: 'Chiedi a chi gestisce la posta l’indirizzo giusto.' } as const;
/** What of a server lasts until a person does something; all else is only a bad moment. */
const LASTING: readonly (ServerTrouble | undefined)[] = ['certificate', 'certificate-expired', 'certificate-name'];

/** What stands between the desk and the server that gives the access. */
export function accessServerProblem(trouble: ServerTrouble | undefined, address: string): Problem {
  const { hostname, port } = new URL(address);
  if (trouble === undefined || !LASTING.includes(trouble)) return accessProblem('unavailable', hostname);
  return { code: `access-${trouble}`, ...serverWords(trouble, { server: hostname, port: Number(port) || 443 }, WAY) };
}

import type { Problem } from '#shared/kernel/problem.ts';

/** The server the words of a problem are about. */
export interface ServerPlace {
  readonly server: string;
  readonly port: number;
}

/** What of the words is of one way alone: e-mails that come in, letters that leave. */
export interface WayWords {
  /** Why nobody need worry meanwhile. */
  readonly calm: string;
  /** The ports to try, by encryption. */
  readonly ports: string;
}

type Words = (place: ServerPlace, way: WayWords) => Omit<Problem, 'code'>;

/** What one does about what passes by itself. */
const RETRIED = 'Non devi fare niente: l’app riprova da sola. Se dura, chiedi a chi gestisce la rete o la posta.';

/** What can come between this desk and any server of the post, and what one does about it. */
const WORDS = {
  certificate: ({ server }) => ({
    what: `Il certificato di ${server} non è riconosciuto: l’app non entra in un server che non si sa chi è.`,
    remedy: 'Chiedi a chi gestisce la posta un certificato riconosciuto, o di installarlo su questo computer.',
  }),
  'certificate-expired': ({ server }) => ({
    what: `Il certificato di ${server} è scaduto o non vale ancora.`,
    why: 'Può anche essere sbagliata la data di questo computer.',
    remedy: 'Controlla la data del computer; se è giusta, chiedi a chi gestisce la posta di rinnovare il certificato.',
  }),
  'certificate-name': ({ server }) => ({
    what: `Il certificato che ha risposto non è di ${server}.`,
    remedy: 'Controlla il nome del server; se è giusto, chiedi a chi gestisce la posta.',
  }),
  'not-encrypted': ({ server, port }, { ports }) => ({
    what: `${server} alla porta ${port} non parla nel modo scelto per la cifratura.`,
    remedy: ports,
  }),
  'server-unknown': ({ server }) => ({
    what: `Il nome ${server} non esiste, o la rete non lo trova.`,
    remedy: 'Controlla come è scritto il nome del server e che questo computer sia in rete.',
  }),
  'no-network': ({ server }, { calm }) => ({
    what: `Questo computer non raggiunge ${server}: la rete manca o è interrotta.`,
    why: calm,
    remedy: RETRIED,
  }),
  unreachable: ({ server, port }, { calm }) => ({
    what: `${server} c’è, ma alla porta ${port} non risponde nessun servizio di posta.`,
    why: calm,
    remedy: 'Controlla la porta; se è giusta, il servizio è fermo: l’app riprova da sola.',
  }),
  timeout: ({ server }, { calm }) => ({
    what: `${server} non ha risposto in tempo.`,
    why: calm,
    remedy: RETRIED,
  }),
  dropped: ({ server }, { calm }) => ({
    what: `Il collegamento con ${server} si è interrotto.`,
    why: calm,
    remedy: RETRIED,
  }),
  busy: ({ server }, { calm }) => ({
    what: `${server} chiede di aspettare: in questo momento ha troppe richieste.`,
    why: calm,
    remedy: RETRIED,
  }),
  proxy: ({ server }) => ({
    what: `Il proxy della rete non lascia passare il collegamento con ${server}.`,
    remedy: 'Chiedi a chi gestisce la rete di aprire la porta della posta verso questo server.',
  }),
  'server-error': ({ server }, { calm }) => ({
    what: `${server} ha risposto con un errore.`,
    why: calm,
    remedy: RETRIED,
  }),
} as const satisfies Readonly<Record<string, Words>>;

export type ServerTrouble = keyof typeof WORDS;

/** Whether a trouble is one of those any server can have. */
export const isServerTrouble = (name: string): name is ServerTrouble => Object.hasOwn(WORDS, name);

/** What a problem says of its server. */
export const serverWords = (trouble: ServerTrouble, place: ServerPlace, way: WayWords): Omit<Problem, 'code'> =>
  WORDS[trouble](place, way);

/** Node's names of what went wrong on the way to a server. */
const CODES: Readonly<Record<string, ServerTrouble>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  CERT_REVOKED: 'certificate',
  CERT_REJECTED: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  EPROTO: 'not-encrypted',
  ENOTFOUND: 'server-unknown',
  EAI_AGAIN: 'no-network',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  EHOSTUNREACH: 'no-network',
  EADDRNOTAVAIL: 'no-network',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
  ETIMEDOUT: 'timeout',
};

/** The trouble behind one of Node's error codes; `undefined` where it is none of those of the way to a server. */
export const serverTroubleOf = (code: string): ServerTrouble | undefined =>
  CODES[code] ?? (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') ? 'not-encrypted' : undefined);

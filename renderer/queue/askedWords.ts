/** What is said while a notice is asked in the operational group (P31, P66): in one place for every screen. Pure. */
import { COMMANDS } from './queueRows.ts';

/** The button by which a person says that it was asked. */
export const ASKED = COMMANDS.asked;

/** The text is in the clipboard; `paste` is what to do with it, as WhatsApp stands. */
export const sayCopied = (paste: string, what: 'Testo copiato' | 'Approvato e copiato' = 'Testo copiato'): string =>
  `${what}. ${paste}, poi conferma che l’hai chiesto.`;

/** It was asked: what comes next. */
export const sayAsked = (title: string): string =>
  `«${title}» è chiesto nel gruppo. Quando è uscito, conferma l’invio.`;

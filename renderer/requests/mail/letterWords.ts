/** A letter of the desk in words: what it is for, and how far it really is (P66). Pure. */

import { asked, confirmed, deferred, failing, prepared, type Truth, unknown, warned } from '#shared/kernel/evidence.ts';
import type { RequestMail } from '#shared/requests/views.ts';

type Letter = NonNullable<RequestMail['letter']>;

const TITLES: Readonly<Record<Letter['purpose'], string>> = {
  missing: 'E-mail all’ufficio: che cosa manca',
  duplicate: 'E-mail all’ufficio: l’avviso c’è già',
  notNeeded: 'E-mail all’ufficio: l’avviso non si fa',
  forward: 'E-mail al capo settore: da decidere',
};

/** What a letter is for, as its title. */
export const letterTitle = (purpose: Letter['purpose']): string => TITLES[purpose];

/** How far a letter is: prepared until a person says that she sent it, then asked; never more by itself (L14). */
export function letterTruth(
  { state, by, at, server, why }: Pick<Letter, 'state' | 'by' | 'at' | 'server' | 'why'>,
  to: readonly string[],
): Truth {
  const name = to.join(', ') || 'chi la aspetta';
  switch (state) {
    case 'leaving':
      return prepared({ word: `preparata per ${name}`, evidence: 'Fra poco è fra le e-mail da spedire.' });
    case 'toPost':
      return deferred({
        word: `preparata per ${name}, da spedire`,
        evidence: 'È fra le e-mail da spedire: nessuno ha ancora detto di averla spedita.',
      });
    case 'posted':
      return asked({ word: `spedita a ${name}`, evidence: '«L’ho spedita».', when: at, who: by });
    case 'dropped':
      return prepared({ word: 'non spedita', evidence: '«Non serve più».', when: null, who: by });
    case 'accepted':
      return asked({
        word: `consegnata al server per ${name}`,
        evidence: `L’ha presa ${server}.`,
        when: at,
        who: null,
      });
    case 'resending':
      return prepared({ word: `di nuovo in partenza per ${name}`, evidence: '«Rispedisci».', when: at, who: by });
    case 'partial':
      return warned({
        word: 'consegnata al server, non per tutti',
        evidence: why ?? 'Qualcuno non l’ha avuta.',
        when: at,
      });
    case 'refused':
      return failing({ word: 'rifiutata dal server', evidence: why ?? 'Il server non dice perché.', when: at });
    case 'uncertain':
      return unknown({
        word: `non so se è partita per ${name}`,
        evidence: 'Il collegamento si è interrotto mentre il server la prendeva.',
      });
    case 'bounced':
      return failing({ word: 'tornata indietro', evidence: why ?? 'Qualcuno non l’ha avuta.', when: at });
    case 'delivered':
      return confirmed({
        word: `nella casella di ${name}`,
        evidence: 'Una ricevuta del server di chi riceve.',
        when: at,
        who: null,
      });
    case 'arrived':
      return confirmed({ word: `arrivata a ${name}`, evidence: '«È arrivata».', when: at, who: by });
    case 'unknown':
      return unknown({
        word: `preparata per ${name}, non so se spedita`,
        evidence: 'L’ha preparata una versione dell’app che non chiedeva se era stata spedita.',
      });
  }
}

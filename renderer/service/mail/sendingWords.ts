/** How the way letters leave stands, in words. Pure. */
import { asked, prepared, type Truth, warned } from '#shared/kernel/evidence.ts';
import type { SendingView } from '#shared/requests/sendingTrial.ts';

/** Prepared until it was tried with success: the last trial counts, not a hope (P66). */
export function sendingTruth({ sending, since, trial, hasPassword }: SendingView): Truth {
  if (since === null) {
    return prepared({
      word: 'spedisce una persona',
      evidence: 'Le e-mail pronte si aprono nel programma di posta e si spediscono da lì.',
    });
  }
  if (!hasPassword && sending?.byAccess) {
    return warned({
      word: 'manca l’accesso',
      evidence: 'Su questo computer è scaduto, o non è mai stato dato: accedi in Ricevere.',
      when: since,
    });
  }
  if (!hasPassword) {
    return warned({ word: 'manca la password', evidence: 'Su questo computer non c’è.', when: since });
  }
  const failed = trial?.steps.find(({ state }) => state === 'failed');
  if (failed)
    return warned({ word: 'l’ultima prova non è riuscita', evidence: failed.problem?.what ?? '', when: failed.at });
  return asked({ word: 'le e-mail partono da sole da', evidence: 'La prova è riuscita.', when: since, who: null });
}

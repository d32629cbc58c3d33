import { asked, failing, prepared, type Truth } from '#shared/kernel/evidence.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';

/** How the way out of a desk stands. */
export interface SendingStanding {
  /** Since when letters leave by themselves; null where a person sends them. */
  readonly since: Instant | null;
  /** When the server last took a letter. */
  readonly takenAt: Instant | null;
  /** What is in the way since then, and since when. */
  readonly problem: Problem | null;
  readonly failingSince: Instant | null;
}

/** The way out in the words of L14; `undefined` where a person sends letters: those that wait have a sign of their own. */
export function sendingSign({ since, takenAt, problem, failingSince }: SendingStanding): Truth | undefined {
  if (since === null) return undefined;
  if (problem) return failing({ word: 'posta in uscita ferma', evidence: accountOf(problem), when: failingSince });
  if (takenAt === null) {
    return prepared({
      word: 'posta in uscita collegata',
      evidence: 'La prova è riuscita: nessuna e-mail è ancora partita da qui.',
    });
  }
  return asked({
    word: 'ultima e-mail consegnata al server',
    evidence: 'Il server l’ha presa: se è arrivata lo dice la sua ricevuta, o chi la aspetta.',
    when: takenAt,
    who: null,
  });
}

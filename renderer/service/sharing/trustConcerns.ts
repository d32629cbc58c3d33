/** What is to be known of whom and what this desk can trust. Pure. */

import { problemOf } from '#renderer/ui/index.ts';
import { isClockWrong, saySkew } from '#shared/journal/clockSkew.ts';
import type { ConcernOf } from './concern.ts';

/** This desk was expelled: nothing it does counts any more. */
export const expelled: ConcernOf = ({ expelled: problem }) =>
  problem
    ? { id: 'expelled', short: 'Postazione tolta dal registro', tone: 'bad', sign: 'error', ...problemOf(problem) }
    : undefined;

/** The clock of this computer, while nothing leaves by it. */
export const clock: ConcernOf = ({ skewMilliseconds, clock: { problem, asksPerson } }) => {
  if (!isClockWrong(skewMilliseconds)) {
    if (!problem || !asksPerson) return undefined;
    return { id: 'clock', short: 'Ora da confermare', tone: 'warn', ...problemOf(problem) };
  }
  const wrong = saySkew(skewMilliseconds);
  return {
    id: 'clock',
    short: `Orologio ${wrong}`,
    tone: 'warn',
    heading: `L’orologio di questo computer è ${wrong}`,
    lines: [
      problem === null
        ? 'Qualcuno ha detto che l’ora giusta è questa, e gli invii partono. Fai controllare l’orologio della cartella condivisa.'
        : 'Gli invii da qui aspettano, tutto il resto funziona. Correggi data e ora del computer, o invia da un’altra postazione.',
    ],
  };
};

/** How a new desk finds out whether this is the register of its office, before anybody lets it in. */
export const compareFingerprint = (fingerprint: string): string =>
  `L’impronta di questo registro è ${fingerprint}: dev’essere uguale a quella che si legge qui sulle altre postazioni. Se è diversa non continuare, e chiama l’assistenza.`;

/** What two accounts that do not belong together are said to be. Pure. */
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';

interface Warning {
  readonly heading: string;
  readonly lines: readonly string[];
}

const isOther = (one: string, other: string): boolean =>
  one.includes('@') && other.includes('@') && one.trim().toLowerCase() !== other.trim().toLowerCase();

/** That the mailbox that is read is not the one offices know; `undefined` where it is, or nobody knows. */
export function otherMailbox(receiving: Receiving | null, address: string | null): Warning | undefined {
  if (!receiving || address === null || !isOther(receiving.user, address)) return undefined;
  return {
    heading: 'La casella letta non è quella del Comune',
    lines: [
      `L’app legge ${receiving.user}, ma gli uffici scrivono a ${address}.`,
      'Se è la stessa casella con due nomi, va bene così; altrimenti scrivi qui quella giusta, o correggi l’indirizzo in Impostazioni, Comune.',
    ],
  };
}

/** That answers to what leaves do not arrive where they are read; `undefined` where they do, or nobody knows. */
export function otherSender(sending: Sending | null, receiving: Receiving | null): Warning | undefined {
  if (!sending || !receiving || !isOther(sending.address, receiving.user)) return undefined;
  return {
    heading: 'Le risposte arrivano in un’altra casella',
    lines: [
      `Le e-mail partono da ${sending.address}, ma l’app legge ${receiving.user}.`,
      'Se è la stessa casella con due nomi, va bene così; altrimenti spedisci dalla casella che l’app legge.',
    ],
  };
}

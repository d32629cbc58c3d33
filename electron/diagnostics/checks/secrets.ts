import { keeperOfSecrets } from '#electron/db/secrets.ts';
import { type DoctorCheck, fine, warning } from '#electron/diagnostics/check.ts';

const IN_FILE =
  'Le chiavi della postazione sono in un file cifrato, e la chiave che lo apre è nella stessa cartella: le altre persone che usano questo computer non le leggono, chi usa il tuo utente o legge il disco sì.';

/** Who keeps the keys of the desk, and from whom that protects them. */
export const secretsCheck = (platform: NodeJS.Platform): DoctorCheck => ({
  name: 'Chiavi',
  run: ({ data }) => {
    if (data === null) return warning('Nessuna cartella indicata.', 'Aggiungi --data CARTELLA per controllarle.');
    const keeper = keeperOfSecrets(data);
    if (keeper === 'none') return fine('Non ce ne sono ancora: nascono alla prima apertura dell’app.');
    if (keeper === 'system')
      return fine('Le chiavi della postazione le custodisce il sistema, per il solo utente che la usa.');
    if (platform !== 'win32') return fine(IN_FILE);
    return warning(
      `${IN_FILE} Windows saprebbe custodirle meglio, ma non lo ha fatto.`,
      'Apri l’app con il solito utente di Windows: appena può, le affida a lui da sola.',
    );
  },
});

const STEM_LENGTH = 7;

/** The part of a folded Italian word that its forms share: without final vowels, at most seven letters. */
function stem(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word;
  return word
    .replace(/[aeiou]{1,2}$/, '')
    .replace(/([cg])h$/, '$1')
    .slice(0, STEM_LENGTH);
}

/**
 * Words of the office and of the street for one thing, by stem: a rewritten notice changes them first.
 * Each line is one meaning.
 */
const MEANINGS: readonly (readonly string[])[] = [
  ['acqua', 'idrica', 'idrico', 'acquedotto', 'condotta'],
  ['corrente', 'elettrica', 'elettricita', 'energia', 'luce', 'blackout'],
  ['manca', 'sospensione', 'sospesa', 'sospeso', 'interruzione', 'interrotta', 'erogazione', 'mancanza'],
  ['chiuso', 'chiusa', 'chiusura', 'interdetta', 'interdetto', 'inaccessibile'],
  ['traffico', 'circolazione', 'veicolare', 'transito', 'viabilita'],
  ['asfaltatura', 'asfalto', 'manto', 'rifacimento'],
  ['deviazione', 'percorso', 'alternativo'],
  ['anagrafe', 'demografici', 'demografico'],
  ['secco', 'indifferenziato', 'indifferenziata'],
  ['affitto', 'locazione', 'canone'],
  ['bonus', 'contributo', 'contributi', 'incentivo', 'incentivi', 'sussidio'],
  ['domanda', 'domande', 'istanza', 'istanze', 'richiesta', 'richieste', 'candidatura', 'candidature'],
  ['iscrizione', 'iscrizioni', 'ammissione', 'adesione', 'adesioni'],
  ['scuola', 'scuole', 'lezioni', 'scolastico', 'scolastici', 'istituti', 'plessi'],
  ['neve', 'nevicata', 'nevicate'],
  ['rinviato', 'rinviata', 'posticipato', 'posticipata', 'spostato', 'spostata', 'differito'],
  ['zanzare', 'insetti', 'adulticida', 'disinfestazione'],
  ['finestre', 'infissi'],
  ['tari', 'tributi', 'tassa'],
  ['rifiuti', 'spazzatura', 'immondizia'],
  ['imu', 'imposta', 'immobili'],
  ['cimitero', 'camposanto', 'cimiteriale', 'cimiteriali'],
  ['bici', 'bicicletta', 'biciclette', 'ciclabile'],
  ['festa', 'sagra', 'manifestazione'],
  ['mensa', 'ristorazione', 'refezione', 'pasto', 'pasti'],
  ['vaccino', 'vaccini', 'vaccinazione', 'vaccinazioni'],
  ['carabinieri', 'arma'],
  ['farmaci', 'medicinali'],
  ['pulizia', 'lavaggio', 'spazzamento'],
  ['bambini', 'bambine', 'piccoli', 'ragazzi'],
  ['letture', 'lettura', 'racconto', 'racconti', 'fiabe'],
  ['diretta', 'streaming'],
  ['consiglio', 'seduta'],
  ['potatura', 'potature', 'alberi', 'albero', 'pianta', 'piante'],
  ['volontari', 'volontariato', 'volontario'],
  ['pagare', 'paga', 'versamento', 'pagamento', 'versare'],
  ['scadenza', 'scade', 'termine', 'termini'],
  ['gratis', 'gratuito', 'gratuita'],
  ['prenota', 'prenotazione', 'prenotazioni', 'appuntamento'],
  ['allerta', 'criticita', 'allarme'],
  ['sosta', 'parcheggio', 'parcheggi', 'rimozione'],
  ['ecocentro', 'ecomobile', 'raccolta'],
  ['corso', 'corsi', 'laboratorio'],
  ['strada', 'carreggiata', 'vie'],
];
const MEANING_OF: ReadonlyMap<string, string> = new Map(
  MEANINGS.flatMap((words, index) => words.map((word) => [stem(word), `=${index}`] as const)),
);

/** What a folded word stands for: its meaning when other words share it, else its stem. */
export function meaningOf(word: string): string {
  const root = stem(word);
  return MEANING_OF.get(root) ?? root;
}

/** Labels of the data of the municipality, what each is for, and what a value should look like (P4). */
import type { ProfileField } from './profile.ts';

export interface FieldWords {
  readonly label: string;
  /** What stops without it, or what it is for. */
  readonly use: string;
  /** What a value looks like: said beside the field and when a value does not fit. */
  readonly expected: string;
}

const ADDRESS = 'Scrivi un indirizzo e-mail completo, con la chiocciola, oppure lascia vuoto.';
const ONE_EACH = 'Scrivine uno per riga.';

export const FIELD_WORDS: Readonly<Record<ProfileField, FieldWords>> = {
  id: {
    label: 'Nome del profilo',
    use: 'Distingue i profili quando si passano da un Comune all’altro.',
    expected: 'Scrivi una parola in minuscolo, come «rubano».',
  },
  municipality: {
    label: 'Nome del Comune',
    use: 'Sta nelle lettere, nel report e in cima alla finestra.',
    expected: 'Scrivi il nome come sta sulla carta intestata, al massimo 300 caratteri su una riga.',
  },
  mailbox: {
    label: 'Casella degli uffici',
    use: 'Gli uffici scrivono qui; le risposte partono da qui.',
    expected: ADDRESS,
  },
  contractor: {
    label: 'Ditta incaricata',
    use: 'Riceve gli invii per e-mail: senza indirizzo la via alternativa non parte.',
    expected: 'Scrivi il nome della ditta e il suo indirizzo e-mail completo.',
  },
  mayor: {
    label: 'Sindaco, in copia',
    use: 'Riceve in copia ogni invio alla ditta: senza, la via alternativa non parte.',
    expected: ADDRESS,
  },
  registerPath: {
    label: 'Percorso del registro',
    use: 'La cartella di rete da cui comincia la scelta del registro in comune.',
    expected: 'Scrivi il percorso così com’è, anche con gli spazi.',
  },
  serviceNumber: {
    label: 'Numero del servizio',
    use: 'Il numero da cui partono gli avvisi: chi si iscrive lo salva in rubrica.',
    expected: 'Scrivi il numero come lo leggono i cittadini.',
  },
  hosts: {
    label: 'Siti del Comune',
    use: 'Solo i link a questi siti sono del Comune.',
    expected: `${ONE_EACH} Solo il nome del sito, come www.comune.esempio.it.`,
  },
  mailDomains: {
    label: 'Indirizzi del Comune',
    use: 'Quello che segue la chiocciola negli indirizzi degli uffici.',
    expected: `${ONE_EACH} Solo quello che segue la chiocciola, come comune.esempio.it.`,
  },
  senders: {
    label: 'Chi può chiedere',
    use: 'I responsabili di procedimento o di settore: chi non è in elenco resta «da verificare», ma non viene fermato.',
    expected: 'Ogni persona ha un indirizzo e-mail completo; nome, ufficio e motivo si possono lasciare vuoti.',
  },
  optInWord: {
    label: 'Parola per iscriversi',
    use: 'Quello che il cittadino scrive per ricevere gli avvisi.',
    expected: 'Scrivi la parola esatta, su una riga.',
  },
  optOutWord: {
    label: 'Parola per cancellarsi',
    use: 'Quello che il cittadino scrive per non ricevere più gli avvisi.',
    expected: 'Scrivi la parola esatta, su una riga, oppure lascia vuoto.',
  },
  acts: {
    label: 'Atti',
    use: 'Gli atti citati nel report.',
    expected: `${ONE_EACH} Per esempio: Delibera di Giunta n. 12 del 07/02/2025.`,
  },
  calendar: {
    label: 'Orari e chiusure',
    use: 'Da qui vengono scadenze e momenti degli invii.',
    expected: 'Scrivi gli orari come 09:00-13:00, in ordine e separati da una virgola; almeno un giorno è aperto.',
  },
  normalRoute: {
    label: 'Via normale',
    use: 'Come parte un avviso approvato quando nessuno sceglie altro.',
    expected: 'Scegli una delle vie.',
  },
  offices: {
    label: 'Uffici',
    use: 'L’elenco da cui si sceglie l’ufficio di una richiesta.',
    expected: ONE_EACH,
  },
  categories: {
    label: 'Categorie',
    use: 'L’elenco da cui si sceglie la categoria di un avviso.',
    expected: ONE_EACH,
  },
  pressure: {
    label: 'Avvisi al massimo',
    use: 'Oltre queste soglie i cittadini ricevono troppi avvisi.',
    expected: 'Scrivi due numeri interi maggiori di zero.',
  },
  responsibles: {
    label: 'Responsabili degli uffici',
    use: 'A chi scrivere e telefonare quando una richiesta dell’ufficio non è chiara.',
    expected: 'Ogni responsabile ha ufficio e nome; indirizzo e telefono si possono lasciare vuoti.',
  },
  contract: {
    label: 'Contratto e prezzo',
    use: 'Senza, la fattura della ditta non si controlla.',
    expected:
      'Controlla le righe segnate: prezzi come 18,00, giorni in ordine, nessuna voce ripetuta negli stessi giorni.',
  },
  pauseMinutes: {
    label: 'Domanda «Sei ancora…?»',
    use: 'Dopo una pausa così lunga l’app chiede chi c’è alla postazione.',
    expected: 'Scrivi i minuti, da 1 a 600.',
  },
  askedHours: {
    label: 'Risposta del gruppo',
    use: 'Dopo queste ore di servizio un avviso chiesto nel gruppo e non confermato diventa una cosa da fare.',
    expected: 'Scrivi le ore di servizio, da 1 a 100.',
  },
  mailboxChecks: {
    label: 'Letture della casella',
    use: 'Quanto prima e quanto dopo l’inizio e la fine del servizio una lettura vale come fatta in tempo.',
    expected: 'Scrivi quattro numeri di minuti, da 0 a 600.',
  },
  reportDeadline: {
    label: 'Termine per la relazione',
    use: 'I giorni che ci sono dall’assegnazione della fattura.',
    expected: 'Scrivi i giorni, da 1 a 120, e scegli come si contano.',
  },
  electionPeriods: {
    label: 'Periodi elettorali',
    use: 'Dalla convocazione dei comizi alla chiusura del voto ogni avviso chiede due risposte al capo settore. Un periodo vale appena è scritto, anche se è ancora da confermare.',
    expected:
      'Ogni periodo ha il primo giorno, l’ultimo giorno di voto e da dove vengono le date; il ballottaggio viene dopo il voto.',
  },
  forbidOnePerson: {
    label: 'Una sola persona',
    use: 'Se chi scrive il testo può anche approvarlo: in un ufficio piccolo a volte serve.',
    expected: 'Scegli se è permesso o vietato.',
  },
  groupText: {
    label: 'Testo per il gruppo',
    use: 'Che cosa si copia per il gruppo operativo prima del testo per i cittadini.',
    expected: 'Scegli che cosa si copia.',
  },
  reasons: {
    label: 'Motivi',
    use: 'L’elenco da cui si sceglie il motivo di un avviso.',
    expected: 'Scegli almeno un motivo.',
  },
  emergencyModels: {
    label: 'Modelli per le emergenze',
    use: 'I testi da cui si comincia un’emergenza; quello che sta tra parentesi quadre è da completare.',
    expected: 'Ogni modello ha un nome diverso dagli altri e un testo di al massimo 4.000 caratteri.',
  },
  subscribersText: {
    label: 'Testo per chi si iscrive',
    use: 'Quello che si dice a un cittadino che vuole ricevere gli avvisi.',
    expected: 'Scrivi il testo, al massimo 4.000 caratteri, oppure lascia vuoto.',
  },
  prontuario: {
    label: 'Indirizzo del Prontuario',
    use: 'Dove gli uffici trovano le regole per scrivere un avviso.',
    expected: 'Scrivi l’indirizzo completo della pagina, che comincia con https://, oppure lascia vuoto.',
  },
  firstNumber: {
    label: 'Primo numero del registro',
    use: 'Il numero del primo avviso, quando il registro continua uno che c’era già.',
    expected: 'Scrivi un numero intero maggiore di zero, oppure lascia vuoto.',
  },
  newsFeed: {
    label: 'Elenco delle notizie',
    use: 'Dove il sito del Comune elenca le sue notizie.',
    expected: 'Scrivi l’indirizzo completo, che comincia con https://, oppure lascia vuoto.',
  },
  mailAccount: {
    label: 'Server della casella',
    use: 'Da dove l’app legge le e-mail degli uffici. Password e accessi non sono qui: restano su ogni computer.',
    expected: 'Si scrive e si prova in Impostazioni, Casella e posta in uscita.',
  },
};

/** The fields by theme, in the order in which they are shown. */
export const FIELD_GROUPS: readonly { readonly title: string; readonly fields: readonly ProfileField[] }[] = [
  {
    title: 'Ente',
    fields: [
      ...['municipality', 'mailbox', 'mailAccount', 'serviceNumber', 'optInWord', 'optOutWord'],
      ...['hosts', 'mailDomains', 'acts'],
    ] as readonly ProfileField[],
  },
  { title: 'Persone che chiedono', fields: ['offices', 'responsibles', 'senders', 'categories', 'reasons'] },
  {
    title: 'Tempi',
    fields: ['calendar', 'electionPeriods', 'pressure', 'mailboxChecks', 'askedHours', 'pauseMinutes'],
  },
  {
    title: 'Testi e regole',
    fields: ['forbidOnePerson', 'groupText', 'emergencyModels', 'subscribersText', 'prontuario', 'newsFeed'],
  },
  {
    title: 'Invio e conti',
    fields: ['mayor', 'contractor', 'normalRoute', 'contract', 'reportDeadline', 'registerPath', 'firstNumber'],
  },
];

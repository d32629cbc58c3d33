import { type Day, dayOf } from '#shared/kernel/day.ts';
import { foldText } from '#shared/kernel/text.ts';
import { pageKey, replaceUrls } from '#shared/text/addresses.ts';
import { dateMentions, yearNear } from '#shared/text/dates/mentions.ts';
import { meaningOf } from './meanings.ts';

/** What two notices are compared by (P21). All of it is read from the text alone, but years near `date`. */
export interface Traits {
  /** Letters and digits of the text, folded, without links: equal for two copies of one notice. */
  readonly folded: string;
  /** Stems of the words that carry meaning, each once; dates and times are left out. */
  readonly stems: readonly string[];
  /** The stems that say what it is about: those of the text without the names of places. */
  readonly topic: readonly string[];
  /** The days the text speaks of. */
  readonly days: readonly Day[];
  /** Streets, squares and halls it names, folded: `via roma`. */
  readonly places: readonly string[];
  /** Whether it announces itself as a reminder. */
  readonly reminder: boolean;
}

const REMINDER =
  /(?<!\p{L})(?:ricordiamo|si ricorda|vi ricordiamo|ti ricordiamo|promemoria|ultim[oi] giorn[oi]|ultime ore|non dimenticare|sta per scadere|scad(?:e|ono) (?:oggi|domani)|ancora pochi giorni|prorogat[oaie]|proroga)(?!\p{L})/iu;

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'il lo la i gli le un uno una di a da in con su per tra fra e ed o od ma se che non si ci vi ne al allo alla ai agli alle ' +
    'del dello della dei degli delle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli ' +
    'sulle d l all dell dall nell sull un quest questo questa questi queste quel quello quella ad anche come piu chi cui ogni ' +
    'tutto tutta tutti tutte e sono sara saranno sia essere stato stata viene vengono verra verranno ha hanno puo possono presso ' +
    'entro fino dopo prima durante mediante tramite causa motivo data giorno giorni giornata giornate ore ora orario orari oggi ' +
    'domani mattina mattino pomeriggio sera serata cittadinanza cittadini cittadino comune comunale comunali avvisa avviso ' +
    'comunica informa invita raccomanda ricorda prega ricordiamo gennaio febbraio marzo aprile maggio giugno luglio agosto ' +
    'settembre ottobre novembre dicembre lunedi martedi mercoledi giovedi venerdi sabato domenica leggi notizia info tutte sito'
  ).split(' '),
);

/** Days of the month, hours and minutes: they are compared as dates, not as words. */
const SHORT_NUMBER = /^\d{1,2}$/;

/** Stems of the words of a folded text that carry meaning, each once; words for one thing share theirs. */
function stemsOf(folded: string): readonly string[] {
  const stems = new Set<string>();
  for (const word of folded.split(' ')) {
    if (word.length > 1 && !STOP_WORDS.has(word) && !SHORT_NUMBER.test(word)) stems.add(meaningOf(word));
  }
  return [...stems];
}

const NAMED_PLACE =
  /(?<!\p{L})([Vv]ia|[Vv]iale|[Vv]icolo|[Pp]iazza|[Pp]iazzale|[Ll]argo|[Cc]orso|[Vv]ie|[Ss]ala|[Pp]arco|[Ss]cuola|[Pp]alestra|[Cc]imitero|[Vv]illa|[Pp]onte)\s+((?:(?:di|del|della|dei|delle|dello)\s+)?(?:\p{Lu}[\p{L}’']*\s?){1,3})(?:\s?(?:e|,)\s((?:\p{Lu}[\p{L}’']*\s?){1,2}))?/gu;
/** Places every town has one of. */
const ONLY_ONE = /(?<!\p{L})(?:biblioteca|municipio|teatro|piscina|auditorium|anagrafe|ecocentro)(?!\p{L})/giu;

/** The streets, squares and halls `text` names, folded; `vie Po e Adige` gives two streets. */
function namedPlacesOf(text: string): readonly string[] {
  const places = new Set<string>();
  for (const [, kind = '', name = '', second] of text.matchAll(NAMED_PLACE)) {
    const sort = /^vi(?:e|ale)$/i.test(kind) ? 'via' : kind.toLowerCase();
    places.add(`${sort} ${foldText(name)}`);
    if (second !== undefined && sort === 'via') places.add(`via ${foldText(second)}`);
  }
  return [...places];
}

/** The days `text` speaks of; a missing year is taken near `date`. */
function daysOf(text: string, date: Day): readonly Day[] {
  const days = dateMentions(text).map((mention) =>
    dayOf(mention.year ?? yearNear(mention, date), mention.month, mention.date),
  );
  return [...new Set(days.filter((day) => day !== undefined))];
}

/** Everything a notice of `date` is compared by. */
export function traitsOf(text: string, date: Day): Traits {
  const folded = foldText(replaceUrls(text));
  const stems = stemsOf(folded);
  const named = namedPlacesOf(text);
  const ofPlaces = new Set(stemsOf(named.join(' ')));
  return {
    folded,
    stems,
    topic: stems.filter((one) => !ofPlaces.has(one)),
    days: daysOf(text, date),
    places: [...new Set([...named, ...(folded.match(ONLY_ONE) ?? [])])],
    reminder: REMINDER.test(text),
  };
}

/**
 * The page a link leads to, the same for every spelling of its address: no scheme, `www`, tracking, fragment or final
 * slash. `null` for an empty link and for the first page of a site, which says nothing of the notice.
 */
export function pageOf(link: string | null): string | null {
  const page = pageKey(link?.trim() ?? '');
  return /[/?]/.test(page) ? page : null;
}

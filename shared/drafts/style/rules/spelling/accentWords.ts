import { wordsIn } from '#shared/kernel/text.ts';

/** Words with a grave accent where Italian wants the acute one, as a pattern. */
export const ACUTE_ENDINGS = wordsIn(`
  perchè poichè affinchè benchè finchè nonchè giacchè sicchè purchè cosicchè anzichè allorchè ventitrè trentatrè
  quarantatrè granchè macchè dacchè fuorchè altrochè nè testè senonchè pressochè sennonchè
`).join('|');

/** Words that exist only with their accent: without it they are a mistake wherever they stand. */
const ALWAYS_ACCENTED = wordsIn(`
  lunedì martedì mercoledì giovedì venerdì più già può così perché poiché affinché finché benché purché anziché
  nonché città attività università verrà potrà dovrà avrà farà andrà starà darà modalità viabilità comunità
  società qualità quantità ciò cioè festività novità età disponibilità possibilità mobilità disabilità identità
  velocità elettricità libertà solidarietà proprietà facoltà difficoltà opportunità responsabilità maternità
  metà pubblicità località unità utilità priorità autorità specialità attualità caffè giù lassù quaggiù laggiù
  gioventù virtù però perciò oltreché papà
`);

/** Words that are another word without the accent: `sara` may be a name, `e` is a conjunction. Wrong only with an apostrophe. */
const ACCENTED_AFTER_APOSTROPHE = ['è', 'là', 'lì', 'sì', 'sarà', 'necessità', 'dà', 'né', 'sé', 'tè', 'dì'];

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Without an accent these are other words, or common in addresses and names: never missing an accent by themselves. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'eta',
  'meta',
  'pero',
  'fara',
  'dara',
  'stara',
  'papa',
  'caffe',
  'nonche',
]);

const ACCENTED: ReadonlyMap<string, string> = new Map(
  [...ALWAYS_ACCENTED, ...ACCENTED_AFTER_APOSTROPHE].map((word) => [plain(word), word]),
);

/** The accented spelling of a word written without, in lower case; `undefined` when the word needs none. */
export const withAccent = (word: string): string | undefined => ACCENTED.get(word.toLowerCase());

/** Plain spellings that are always a mistake, as a pattern. */
export const missingAccents = ALWAYS_ACCENTED.map(plain)
  .filter((word) => !AMBIGUOUS.has(word))
  .join('|');

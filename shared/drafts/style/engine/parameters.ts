import { z } from 'zod';
import { wordsIn } from '#shared/kernel/text.ts';

/** Shown beside every choice the municipality has not confirmed yet (P23). */
export const UNCONFIRMED = 'valore predefinito da confermare';

const choice = <Value extends z.ZodType>(value: Value, preset: z.input<Value>) =>
  z.object({ value, confirmed: z.boolean() }).prefault({ value: preset, confirmed: false } as never);
const words = z.array(z.string().trim().min(1)).readonly();

/**
 * The choices of the house on which rules depend (P23): each holds its value and whether the municipality confirmed it.
 * A choice that is absent takes the value used until the municipality decides.
 */
export const parametersSchema = z.object({
  timeSeparator: choice(z.enum(['.', ':']), '.'),
  maximumLength: choice(z.int().min(50), 700),
  hardLength: choice(z.int().min(50), 1000),
  maximumEmoji: choice(z.int().min(0), 3),
  maximumSentenceWords: choice(z.int().min(5), 25),
  maximumParagraphLength: choice(z.int().min(50), 400),
  maximumTitleLength: choice(z.int().min(10), 80),
  minimumGulpease: choice(z.int().min(0).max(100), 50),
  acronyms: choice(
    words,
    wordsIn(`
      SPID CIE IVA UE PA SMS PDF IMU TARI ISEE IBAN PEC INPS URP CAF CAP AVIS ULSS ASL SUAP USB GPS TV PM PIN
      URL QR
    `),
  ),
  serviceNames: choice(words, ['pagoPA', 'SPID', 'WhatsApp', 'YouTube', 'PuntoSi', 'Wi-Fi', 'Telegram', 'Facebook']),
});
export type Parameters = Readonly<z.infer<typeof parametersSchema>>;
export type ParameterName = keyof Parameters;
export type ParameterValues = { readonly [Name in ParameterName]: Parameters[Name]['value'] };

/** What each choice is called on screen. */
export const parameterTitles: Readonly<Record<ParameterName, string>> = {
  timeSeparator: 'Segno tra ore e minuti',
  maximumLength: 'Caratteri oltre i quali il telefono nasconde il testo',
  hardLength: 'Caratteri da non superare mai',
  maximumEmoji: 'Emoji al massimo in un avviso',
  maximumSentenceWords: 'Parole al massimo in una frase',
  maximumParagraphLength: 'Caratteri al massimo in un paragrafo',
  maximumTitleLength: 'Caratteri al massimo nel titolo',
  minimumGulpease: 'Indice di leggibilità sotto il quale avvisare',
  acronyms: 'Sigle che tutti conoscono',
  serviceNames: 'Nomi di servizi da scrivere così',
};

/** The plain values of the choices. */
export function valuesOf(parameters: Parameters): ParameterValues {
  return Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])) as ParameterValues;
}

import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any spelling of a name: other capitals, an apostrophe, and a space or hyphen where a capital or a hyphen stands. */
function spellingsOf(name: string): string {
  const parts = name.split(/(?<=\p{Ll})(?=\p{Lu})|-/u);
  return parts
    .map((part) => [...part].map(escaped).join("['’]?"))
    .join("['’]?[ -]?")
    .replace(/i$/i, '[iìí]');
}

interface Spellings {
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** The pattern of the last list of names: the list changes only when a new pack is published. */
let last: Spellings | undefined;

function patternOf(names: readonly string[]): RegExp {
  if (last?.names !== names) {
    const source = names.map((name) => `(${spellingsOf(name)})`).join('|');
    last = { names, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'giu') };
  }
  return last.pattern;
}

/** O12. */
export const serviceNames: Rule = {
  id: 'O12',
  title: 'Nome di un servizio scritto male',
  severity: 'avviso',
  why: 'Il cittadino riconosce un servizio dal suo nome, scritto sempre uguale.',
  source: 'Scelta dell’ente; AgID, Guida alle parole',
  parameters: ['serviceNames'],
  safeFix: false,
  check({ masked, parameters }) {
    const names = parameters.serviceNames;
    if (names.length === 0) return [];
    return hitsOf(masked, patternOf(names), (match, from, to) => {
      const right = names[match.slice(1).findIndex((group) => group !== undefined)] ?? match[0];
      const [, second] = match[0].split(' ');
      const twoCommonWords = second !== undefined && /^\p{Ll}/u.test(second);
      if (match[0] === right || twoCommonWords) return undefined;
      return rewrite(from, to, right, `Si scrive «${right}».`);
    });
  },
  examples: {
    bad: ['Paga con PagoPA.', 'Avvisi su Whatsapp.', "Scrivici su What's App.", 'Sportello Punto Sì.'],
    good: ['Paga con pagoPA.', 'Questo punto si trova in via Po.', 'Il Wi-Fi è gratuito.'],
  },
};

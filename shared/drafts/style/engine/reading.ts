import { type DateMention, dateMentions } from '#shared/text/dates/mentions.ts';
import { maskAddresses, type WrittenLink, type WrittenMail } from '#shared/text/mask.ts';
import { type Sentence, sentencesOf } from '#shared/text/sentences.ts';
import { readMarkup, type WhatsappMarkup } from '#shared/text/whatsapp.ts';
import type { CheckContext } from './context.ts';
import { resolveDates, type WrittenDate } from './dates.ts';
import type { ParameterValues } from './parameters.ts';

/** A draft with everything rules need of it, read once and only when a rule asks. */
export interface Reading {
  readonly text: string;
  /** The text with links and e-mail addresses masked at the same length: what rules of language look at. */
  readonly masked: string;
  readonly links: readonly WrittenLink[];
  readonly mails: readonly WrittenMail[];
  readonly dates: readonly WrittenDate[];
  readonly sentences: readonly Sentence[];
  readonly markup: WhatsappMarkup;
  readonly parameters: ParameterValues;
  readonly context: CheckContext;
}

/** Reads `text` once for all the rules. */
export function readDraft(text: string, parameters: ParameterValues, context: CheckContext): Reading {
  const addresses = maskAddresses(text);
  const { masked, links, mails } = addresses;
  let mentions: readonly DateMention[] | undefined;
  let dates: readonly WrittenDate[] | undefined;
  let sentences: readonly Sentence[] | undefined;
  let markup: WhatsappMarkup | undefined;
  return {
    text,
    masked,
    links,
    mails,
    parameters,
    context,
    get dates() {
      mentions ??= dateMentions(masked);
      dates ??= resolveDates(masked, mentions, context.sendDate);
      return dates;
    },
    get sentences() {
      sentences ??= sentencesOf(masked);
      return sentences;
    },
    get markup() {
      markup ??= readMarkup(addresses);
      return markup;
    },
  };
}

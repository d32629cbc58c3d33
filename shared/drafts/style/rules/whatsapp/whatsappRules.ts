import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { emojiInSentence, manyEmoji, repeatedEmoji, textFace } from './emoji.ts';
import { attachedMarker, spacedMarker, unclosedMarker } from './markers.ts';
import { foreignMarkup, hashtag, muchBold } from './markup.ts';

/** The rules about what WhatsApp shows, in the order in which they are shown. */
export const whatsappRules: readonly Rule[] = [
  unclosedMarker,
  spacedMarker,
  foreignMarkup,
  manyEmoji,
  emojiInSentence,
  repeatedEmoji,
  textFace,
  muchBold,
  attachedMarker,
  hashtag,
];

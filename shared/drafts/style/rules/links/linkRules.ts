import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { brokenLink, insecureLink, linkWithoutScheme, markAfterLink, trackedLink, vagueLinkWords } from './linkForm.ts';
import { fileLink, foreignLink, homePageLink, linkMissing, severalLinks, shortenedLink } from './linkTarget.ts';

/** The rules about links, in the order in which they are shown. */
export const linkRules: readonly Rule[] = [
  linkMissing,
  severalLinks,
  foreignLink,
  shortenedLink,
  insecureLink,
  trackedLink,
  homePageLink,
  markAfterLink,
  vagueLinkWords,
  linkWithoutScheme,
  brokenLink,
  fileLink,
];

import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { dayRules } from './days/dayRules.ts';
import { linkRules } from './links/linkRules.ts';
import { markRules } from './marks/markRules.ts';
import { privacyRules } from './privacy/privacyRules.ts';
import { spellingRules } from './spelling/spellingRules.ts';
import { structureRules } from './structure/structureRules.ts';
import { whatsappRules } from './whatsapp/whatsappRules.ts';
import { wordRules } from './words/wordRules.ts';

/** Every rule of style, by family. To add one: write it in a file of its family, with examples, and name it in its list. */
export const catalogue: readonly Rule[] = [
  ...dayRules,
  ...linkRules,
  ...privacyRules,
  ...structureRules,
  ...markRules,
  ...spellingRules,
  ...wordRules,
  ...whatsappRules,
];

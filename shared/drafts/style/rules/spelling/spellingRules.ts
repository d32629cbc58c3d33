import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { phoneFormat } from '#shared/drafts/style/rules/privacy/contacts.ts';
import { apostropheAccent, capitalE, missingAccent, wrongAccent } from './accents.ts';
import { abbreviation, allCapitals, courtesyCapital, municipalityCapital, streetCapital } from './capitals.ts';
import { percent, price } from './money.ts';
import { missingEuphonicD, saidTwice } from './repetitions.ts';
import { serviceNames } from './serviceNames.ts';
import { elision, euphonicD, misspelling, netWords } from './spelling.ts';

/** The rules about spelling, capitals and amounts, in the order in which they are shown. */
export const spellingRules: readonly Rule[] = [
  wrongAccent,
  capitalE,
  apostropheAccent,
  misspelling,
  missingAccent,
  elision,
  euphonicD,
  price,
  percent,
  phoneFormat,
  netWords,
  serviceNames,
  allCapitals,
  courtesyCapital,
  municipalityCapital,
  streetCapital,
  abbreviation,
  missingEuphonicD,
  saidTwice,
];

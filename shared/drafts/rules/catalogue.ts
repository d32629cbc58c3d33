import { apostropheAccent, capitalE, missingAccent, wrongAccent } from './accents.ts';
import { actReference, dottedAcronym, unexplainedAcronym } from './acronyms.ts';
import { abbreviation, allCapitals, courtesyCapital, municipalityCapital, streetCapital } from './capitals.ts';
import { decoratedLetters, invisibleCharacter } from './characters.ts';
import { foreignMail, mobileNumber, personalData, phoneFormat, plate } from './contacts.ts';
import { capitalisedDay, firstOfMonth, impossibleDate, numericDate } from './dateForm.ts';
import { emojiInSentence, manyEmoji, repeatedEmoji, textFace } from './emoji.ts';
import { placeholder, senderMissing, titleMissing, whenMissing, whereMissing } from './essentials.ts';
import { farTooLong, tooLong } from './length.ts';
import { brokenLink, insecureLink, linkWithoutScheme, markAfterLink, trackedLink, vagueLinkWords } from './linkForm.ts';
import { fileLink, foreignLink, homePageLink, linkMissing, severalLinks, shortenedLink } from './linkTarget.ts';
import { attachedMarker, spacedMarker, unclosedMarker } from './markers.ts';
import {
  exclamation,
  lowerCaseAfterStop,
  repeatedQuestionMark,
  slash,
  suspensionPoints,
  unpairedBracket,
} from './marks.ts';
import { foreignMarkup, hashtag, muchBold } from './markup.ts';
import { percent, price } from './money.ts';
import { agidWords, directiveWords, houseWords } from './officeWords.ts';
import { onePastDate, pastDate } from './pastDates.ts';
import { dignity, foreignWord, genderSigns, masculineForAll } from './people.ts';
import { fiscalCode, iban } from './personalCodes.ts';
import { relativeDay, reversedDays } from './relativeDays.ts';
import { missingEuphonicD, saidTwice } from './repetitions.ts';
import type { Rule } from './rule.ts';
import { serviceNames } from './serviceNames.ts';
import { officeTimeAbbreviation, shortenedDay } from './shortenedWords.ts';
import { doubleSpace, noSpaceAfterMark, spaceAfterApostrophe, spaceBeforeMark, spaceInBrackets } from './spaces.ts';
import { elision, euphonicD, misspelling, netWords } from './spelling.ts';
import { blankLines, doubledWord, hardToRead, longParagraph, longSentence, mixedList } from './structure.ts';
import { hourRange, impossibleTime, leadingZero, reversedRange, roundHour, timeFormat } from './times.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';
import { adverbs, impersonal, negative, nominalStyle, openingFormula, passive } from './wordiness.ts';

/** Every rule of style, by family. To add one: write it in a file of its family, with examples, and name it here. */
export const catalogue: readonly Rule[] = [
  ...[
    weekdayMismatch,
    pastDate,
    impossibleDate,
    numericDate,
    capitalisedDay,
    timeFormat,
    roundHour,
    hourRange,
    impossibleTime,
  ],
  ...[
    reversedRange,
    relativeDay,
    firstOfMonth,
    shortenedDay,
    officeTimeAbbreviation,
    leadingZero,
    onePastDate,
    reversedDays,
  ],
  ...[linkMissing, severalLinks, foreignLink, shortenedLink, insecureLink, trackedLink, homePageLink, markAfterLink],
  ...[vagueLinkWords, linkWithoutScheme, brokenLink, fileLink],
  ...[fiscalCode, iban, mobileNumber, foreignMail, personalData, plate],
  ...[
    tooLong,
    whenMissing,
    whereMissing,
    titleMissing,
    longSentence,
    longParagraph,
    hardToRead,
    senderMissing,
    blankLines,
  ],
  ...[mixedList, doubledWord, placeholder, farTooLong],
  ...[
    doubleSpace,
    spaceBeforeMark,
    noSpaceAfterMark,
    exclamation,
    repeatedQuestionMark,
    suspensionPoints,
    spaceAfterApostrophe,
  ],
  ...[unpairedBracket, spaceInBrackets, slash, invisibleCharacter, decoratedLetters, lowerCaseAfterStop],
  ...[
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
  ],
  ...[netWords, serviceNames, allCapitals, courtesyCapital, municipalityCapital, streetCapital, abbreviation],
  ...[missingEuphonicD, saidTwice],
  ...[
    directiveWords,
    openingFormula,
    passive,
    impersonal,
    nominalStyle,
    unexplainedAcronym,
    dottedAcronym,
    actReference,
  ],
  ...[foreignWord, genderSigns, masculineForAll, dignity, adverbs, negative, agidWords, houseWords],
  ...[unclosedMarker, spacedMarker, foreignMarkup, manyEmoji, emojiInSentence, repeatedEmoji, textFace, muchBold],
  ...[attachedMarker, hashtag],
];

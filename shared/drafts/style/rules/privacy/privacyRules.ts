import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { foreignMail, mobileNumber, personalData, plate } from './contacts.ts';
import { fiscalCode, iban } from './personalCodes.ts';

/** The rules about personal data, in the order in which they are shown. */
export const privacyRules: readonly Rule[] = [fiscalCode, iban, mobileNumber, foreignMail, personalData, plate];

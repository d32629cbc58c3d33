import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { ok } from '#shared/kernel/result.ts';
import { SIGNATURE_WORDS } from '#shared/kernel/signature.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import { MAX_MAIL_BYTES, type ParsedMail } from '#shared/requests/reading/mail.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import type { Command } from './command.ts';
import { readInput } from './files.ts';
import { answerProblem } from './problemAnswer.ts';
import { profileOf } from './profile.ts';

/** One more byte than a mail may have: the reader itself says what is too large. */
const LIMIT = MAX_MAIL_BYTES + 1;

/** What the mail asks; of a PEC also how its signature stands, in words. */
const answerOf = (mail: ParsedMail, profile: Profile) => ({
  ...understand(mail, mailProfileOf(profile)),
  ...(mail.pecSignature === null ? {} : { signature: SIGNATURE_WORDS[mail.pecSignature] }),
});

/** Reads what e-mails ask; an unreadable one is named in its place and stops none of the others. */
export const parseEmail: Command = {
  options: {},
  files: [1, Number.POSITIVE_INFINITY],
  run: async (call) => {
    const profile = await profileOf(call);
    if (!profile.ok) return profile;
    const answers: unknown[] = [];
    for (const file of call.files) {
      const bytes = await readInput(file, LIMIT);
      const mail = bytes.ok ? await parseMail(bytes.value, file) : bytes;
      answers.push(
        mail.ok ? { file, ...answerOf(mail.value, profile.value) } : { file, problem: answerProblem(mail.error) },
      );
    }
    return ok(answers);
  },
};

import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import { defaultPack, parsePack } from '#shared/drafts/style/pack.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { countCharacters } from '#shared/kernel/text.ts';
import { gulpease } from '#shared/text/gulpease.ts';
import type { Command } from './command.ts';
import { readText } from './files.ts';
import { profileOf } from './profile.ts';

const MAXIMUM_BYTES = 200_000;

/** Checks a text with the rules of style. */
export const checkDraftCommand: Command = {
  options: { 'send-date': { type: 'string' }, pack: { type: 'string' } },
  required: ['send-date'],
  files: [1, 1],
  run: async (call) => {
    const sendDate = daySchema.safeParse(call.needed('send-date'));
    if (!sendDate.success) {
      return problem({
        code: 'send-date-invalid',
        what: `«${call.needed('send-date')}» non è una data.`,
        remedy: 'Scrivi la data di invio come AAAA-MM-GG, per esempio 2026-11-25.',
      });
    }
    const profile = await profileOf(call);
    if (!profile.ok) return profile;
    const text = await readText(call.files[0] ?? '-', MAXIMUM_BYTES);
    if (!text.ok) return text;
    const packFile = call.option('pack');
    const packText = packFile === undefined ? undefined : await readText(packFile, MAXIMUM_BYTES);
    if (packText && !packText.ok) return packText;
    const pack = packText ? parsePack(packText.value) : ok(defaultPack);
    if (!pack.ok) return pack;
    return ok({
      findings: checkDraft(text.value, pack.value, checkContextOf(profile.value, sendDate.data)),
      gulpease: gulpease(text.value),
      characters: countCharacters(text.value),
      pack: { version: pack.value.version },
    });
  },
};

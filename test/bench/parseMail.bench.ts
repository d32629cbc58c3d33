import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import { caseNames, rawCase, town } from '../electron/requests/reading/emailCases.ts';
import { asSentByOffice } from './officeMail.ts';

const LIMIT_RATIO = 1.5;

/** The invented mails as an office sends them, every third one with a poster attached; bare texts nobody sends. */
async function officeMails(): Promise<readonly Uint8Array[]> {
  const mails: Uint8Array[] = [];
  for (const [index, name] of caseNames.entries()) {
    const { subject, text } = await parseEml(rawCase(name));
    mails.push(asSentByOffice(subject, text, index % 3 === 0));
  }
  return mails;
}

test('parse and understand the mails of an office', async ({ bench }) => {
  const raws = await officeMails();
  const kilobytes = raws.reduce((sum, raw) => sum + raw.length, 0) / raws.length / 1000;
  const results = await bench.compare(
    bench('postal-mime alone', async () => {
      for (const raw of raws) await PostalMime.parse(raw, { forceRfc822Attachments: true });
    }),
    bench('parse and understand', async () => {
      for (const raw of raws) understand(await parseEml(raw), town);
    }),
  );
  const alone = results.get('postal-mime alone').latency.p50 / raws.length;
  const whole = results.get('parse and understand').latency.p50 / raws.length;
  console.log(
    `${raws.length} mails of ${kilobytes.toFixed(0)} kB: postal-mime ${alone.toFixed(2)} ms each, parse and understand ${whole.toFixed(2)} ms, ratio ${(whole / alone).toFixed(2)}`,
  );
  expect(whole / alone).toBeLessThanOrEqual(LIMIT_RATIO);
});

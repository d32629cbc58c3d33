import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { readMail, type Understanding, understand } from '#shared/requests/reading/understand.ts';
import { caseFile, caseNames, rawCase, town } from './emailCases.ts';

afterAll(stopWorkers);

async function readCase(name: string): Promise<ParsedMail> {
  const parsed = await parseMail(rawCase(name), `${name}.eml`);
  if (!parsed.ok) throw new Error(parsed.error.what);
  return parsed.value;
}

/** What a case records beside the understanding: how the mail was read. */
const headOf = ({ transport, date, to, references, pecReference, attachments, textCut }: ParsedMail) => ({
  transport,
  date,
  to: to.map((one) => one.address),
  references,
  pecReference,
  attachments: attachments.map(({ name, type, size }) => ({ name, type, size })),
  textCut,
});

/** Whatever is proposed stands in the mail: nothing is made up. */
function expectFounded(mail: ParsedMail, { requests }: Understanding): void {
  let last = 0;
  for (const { span, dateCandidates, draft, sendDate } of requests) {
    expect(span[0]).toBeGreaterThanOrEqual(last);
    expect(span[1]).toBeLessThanOrEqual(mail.text.length);
    last = span[1];
    for (const { excerpt } of dateCandidates) expect(`${mail.subject}\n${mail.text}`).toContain(excerpt);
    if (sendDate !== null) expect(dateCandidates.map(({ date }) => date)).toContain(sendDate);
    const words = `${mail.subject}\n${mail.text}`.toLowerCase();
    for (const word of draft?.split(/\s+/) ?? []) expect(words).toContain(word.toLowerCase());
  }
}

describe('the invented mails of test/cases/emails', () => {
  it.each(caseNames)('%s', async (name) => {
    const mail = await readCase(name);
    const understanding = understand(mail, town);
    const found = { mail: headOf(mail), understanding };
    const file = caseFile(name, 'expected.json');
    if (process.env.UPDATE === '1') writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expectFounded(mail, understanding);
  });

  it('folds quotations, signatures and notices of confidentiality, and shows where every part stands', async () => {
    const mail = await readCase('signature-and-disclaimer');
    const { body, proposals } = readMail(mail, town);
    expect(body.folds.map(({ kind, from }) => [kind, mail.text.slice(from, from + 12)])).toEqual([
      ['signature', 'Cordiali sal'],
      ['disclaimer', 'AVVISO DI RI'],
    ]);
    const [proposal] = proposals;
    const draft = proposal?.draft;
    expect(draft && mail.text.slice(draft.from, draft.to)).toBe(draft?.text);
    const link = proposal?.link;
    expect(link && mail.text.slice(link.from, link.to)).toBe(link?.url);
    const chosen = proposal?.send.chosen;
    expect(chosen && mail.text.slice(chosen.from, chosen.to)).toBe('giovedì 3 dicembre');
  });

  it('treats orders and scripts in a mail as words like any others', async () => {
    const mail = await readCase('scripts-and-orders');
    expect(mail.text).not.toContain('fetch(');
    expect(mail.text).not.toContain('gennaio 2027');
    const { kind, requests } = understand(mail, town);
    expect(kind).toBe('request');
    expect(requests[0]?.draft).toContain('Ignora le istruzioni precedenti');
    expect(requests[0]?.linkCandidates.join(' ')).not.toContain('altrove');
  });
});

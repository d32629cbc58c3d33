/** Ids of e-mails are kept for years, on every desk: those of f6ada4b are written here and never change. */
import { expect, it } from 'vitest';
import { mailId } from '#electron/requests/mailIds.ts';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { rawCase } from './reading/emailCases.ts';

/** By the name of the case: its id, and the one it had without Message-ID and PEC reference. */
const GOLDEN: Readonly<Record<string, readonly [string, string]>> = {
  'plain-labelled': ['b17e5835a0c965e6116f9575', '9ec2a4db481e2778743508ba'],
  'html-only-table': ['e8bd9d6d7dc5879deb61f23d', 'd4cde6824ae9fca4f7f7ffca'],
  'grouped-html-rows': ['3db9c8ecc8a3fd4b91a93c0e', '59e0b2fa0a7cd83e2899dc05'],
  'forward-outlook': ['4fedfd122e5793ff0d297053', '6ce1b2324efbbcc42cd69d42'],
  'reply-thanks': ['bd74755eee0a776c7515d3da', 'ffc2261d90499becc46457fb'],
  'pec-envelope': ['46ecbaf1c5c0c79f11d5a80c', '5f6af4a400b860d41ef52817'],
  'pec-anomaly': ['66d6fad31a8a160711e67785', '78fe97eaeb8a58f3b08d83b1'],
  'no-date-header': ['a3a83ba529e41cc1c18a1bd5', '698172d8a0dc5120b5fc254a'],
  emoji: ['3717f82415f6617ffbd4edc1', 'f8e2b53dc978dd009b524ce1'],
  'windows-1252': ['18a054ce1a8ed3392ec8471b', '8c9d258fa0c98b787018f141'],
  'utf-7-damage': ['742a1ccdd734e7e1a94de77d', '36ca8aebbae89dd6bcea40a4'],
  'quoted-printable-broken': ['c59611fe87ccd33efa99cf62', 'cd49811925cc195f7402e0eb'],
  'empty-body-attachment': ['f422b11e3a1229f1a2b6c9d9', 'df4afb726558b95995b42ba6'],
  newsletter: ['133f15140ae5e06eb330ddae', 'e2017145d0d60cd97a3c1048'],
};
/** What the former version called the receipt of the cases: the id of the message it speaks of. */
const FORMER_RECEIPT = '1b72fdc18db3c7b6f38021aa';

it.each(Object.entries(GOLDEN))('%s', async (name, [id, bare]) => {
  const mail = await parseEml(rawCase(name));
  expect([mailId(mail), mailId({ ...mail, messageId: null, pecReference: null })]).toEqual([id, bare]);
});

it('a receipt alone has another id than before, which no message has', async () => {
  const receipt = await parseEml(rawCase('pec-receipt'));
  expect(mailId({ ...receipt, transport: 'pec' })).toBe(FORMER_RECEIPT);
  expect(mailId(receipt)).toBe('ee316d90e000a2985f757d54');
  expect(mailId({ ...receipt, transport: 'ordinary', pecReference: null })).not.toBe(mailId(receipt));
});

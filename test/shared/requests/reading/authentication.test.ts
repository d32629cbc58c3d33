import { describe, expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { senderProofOf } from '#shared/requests/reading/authentication.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import { aMail } from './aMail.ts';

const RECEIVED = { key: 'received', value: 'from mail.a.example by mx.example with ESMTPS; Thu, 26 Nov 2026' };
const said = (...values: readonly string[]) =>
  senderProofOf([RECEIVED, ...values.map((value) => ({ key: 'authentication-results', value }))]);

describe('senderProofOf (RFC 8601)', () => {
  it.each([
    ['mx.example; spf=pass smtp.mailfrom=a.example; dkim=pass; dmarc=pass header.from=a.example', 'passed'],
    ['mx.example; spf=pass; dmarc=fail (p=reject) header.from=a.example', 'failed'],
    ['mx.example; spf=fail smtp.mailfrom=a.example; dkim=none', 'failed'],
    ['mx.example; SPF=SoftFail; dkim=fail', 'failed'],
    ['mx.example; spf=fail; dkim=pass header.d=a.example', null],
    ['mx.example; spf=pass smtp.mailfrom=altro.example', null],
    ['mx.example; none (dmarc=fail)', null],
    ['mx.example; x-dmarc=fail', null],
    ['', null],
  ])('%s: %s', (value, proof) => {
    expect(said(value)).toBe(proof);
  });

  it('believes a good word of our own server alone: the one that took the mail in last', () => {
    const pass = { key: 'authentication-results', value: 'mx.example; dmarc=pass header.from=a.example' };
    const other = { ...RECEIVED, value: 'from x by posta.comune.valdombra.example with LMTP' };
    expect(senderProofOf([RECEIVED, pass])).toBe('passed');
    expect(senderProofOf([other, pass])).toBeNull();
    expect(senderProofOf([pass])).toBeNull();
    const fail = { ...pass, value: 'mx.example; dmarc=fail' };
    expect(senderProofOf([other, fail])).toBe('failed');
    const microsoft = { ...RECEIVED, value: 'from x by AB1.prod.outlook.com (2603::1) with HTTPS' };
    const results = {
      ...pass,
      value: 'spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=a.example; dmarc=pass action=none',
    };
    expect(senderProofOf([microsoft, results])).toBe('passed');
    expect(senderProofOf([other, results])).toBeNull();
  });

  it('believes the topmost alone: those below may be the sender’s', () => {
    expect(said('mx.example; dmarc=fail', 'falso.example; dmarc=pass')).toBe('failed');
    expect(said('mx.example; dmarc=none', 'falso.example; dmarc=pass')).toBeNull();
    expect(senderProofOf([])).toBeNull();
  });
});

describe('a forged sender', () => {
  const codes = (parts: Partial<ParsedMail>) =>
    understand(aMail({ text: 'Testo:\nLa biblioteca è chiusa.', ...parts }), {
      ...valdombra,
      knownSenders: [],
    }).warnings.map(({ code }) => code);
  const certified = (address: string) => ({ transport: 'pec', certifiedFrom: { name: '', address } }) as const;

  it('is told where the mail server does not confirm it', () => {
    expect(codes({ senderProof: 'failed' })).toContain('sender-not-confirmed');
    for (const senderProof of ['passed', null] as const)
      expect(codes({ senderProof })).not.toContain('sender-not-confirmed');
  });

  it('is told where a PEC left another mailbox than the one it names', () => {
    expect(codes(certified('altro@pec.example'))).toContain('pec-sender-differs');
    for (const same of ['Cultura@comune.valdombra.example', 'Anna Bellini', '']) {
      expect(codes(certified(same))).not.toContain('pec-sender-differs');
    }
  });
});

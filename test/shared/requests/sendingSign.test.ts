import { describe, expect, it } from 'vitest';
import { sendingSign } from '#shared/requests/sendingSign.ts';

const AT = '2026-03-02T08:00:00.000Z';
const OPEN = { since: AT, takenAt: null, problem: null, failingSince: null };

describe('the sign of the way out (P66)', () => {
  it('is none where a person sends the letters', () => {
    expect(sendingSign({ ...OPEN, since: null })).toBeUndefined();
  });

  it('says that nothing left yet, then only that the server took the last one: asked, never arrived', () => {
    expect(sendingSign(OPEN)).toMatchObject({ sign: 'prepared', word: 'posta in uscita collegata' });
    expect(sendingSign({ ...OPEN, takenAt: AT })).toMatchObject({ sign: 'asked', when: AT });
  });

  it('is red while something is in the way, with since when and why', () => {
    const problem = {
      code: 'sending-password-refused',
      what: 'Il server ha rifiutato la password.',
      remedy: 'Scrivila.',
    };
    expect(sendingSign({ ...OPEN, takenAt: AT, problem, failingSince: AT })).toMatchObject({
      sign: 'failing',
      word: 'posta in uscita ferma',
      when: AT,
      evidence: expect.stringContaining('password'),
    });
  });
});

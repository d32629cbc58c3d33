import { describe, expect, it } from 'vitest';
import { mailIdentity } from '#shared/requests/identity.ts';
import { aMail } from './aMail.ts';

const sha256 = (text: string): string => `<${text}>`;

describe('mailIdentity', () => {
  it('is the PEC reference first: envelopes give the enclosed message a new Message-ID', () => {
    const one = aMail({ pecReference: '<r@a.example>', messageId: '<x@gestore.example>' });
    expect(mailIdentity(one, sha256)).toBe('pec:<r@a.example>');
  });

  it('is the Message-ID of an ordinary mail', () => {
    expect(mailIdentity(aMail({}), sha256)).toBe('mid:<m-1@comune.valdombra.example>');
  });

  it('else depends on sender, date and words, not on how a server writes them', () => {
    const draft = aMail({ messageId: null, text: 'Biblioteca chiusa: domani.' });
    const rewritten = {
      ...draft,
      text: 'biblioteca  chiusa –\n\ndomani',
      from: { name: 'B', address: 'Cultura@Comune.valdombra.example' },
    };
    expect(mailIdentity(rewritten, sha256)).toBe(mailIdentity(draft, sha256));
    expect(mailIdentity({ ...draft, text: 'Biblioteca aperta domani.' }, sha256)).not.toBe(mailIdentity(draft, sha256));
    expect(mailIdentity({ ...draft, date: null }, sha256)).not.toBe(mailIdentity(draft, sha256));
  });
});

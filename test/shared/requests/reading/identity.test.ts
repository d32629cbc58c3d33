import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textHash } from '#shared/drafts/decide.ts';
import { normaliseBody } from '#shared/requests/reading/bodyText.ts';
import { mailIdentity } from '#shared/requests/reading/identity.ts';
import { aMail } from './aMail.ts';

const sha256 = (text: string): string => `<${text}>`;

describe('mailIdentity', () => {
  it('is the PEC reference first: envelopes give the enclosed message a new Message-ID', () => {
    const one = aMail({ pecReference: '<r@a.example>', messageId: '<x@gestore.example>' });
    expect(mailIdentity(one, sha256)).toBe('pec:<r@a.example>');
  });

  it('of a receipt is one of its own, never that of the message it speaks of, nor one of another kind', () => {
    const about = '<r@a.example>';
    const receipt = aMail({ transport: 'pec-receipt', pecReference: about, messageId: '<ric@gestore.example>' });
    expect(mailIdentity(receipt, sha256)).toBe('receipt:mid:<ric@gestore.example>');
    const unnamed = mailIdentity({ ...receipt, messageId: null }, sha256);
    expect(unnamed).toMatch(/^receipt:hash:/);
    const others = [
      aMail({ transport: 'pec', pecReference: about }),
      aMail({ messageId: '<ric@gestore.example>' }),
      { ...receipt, transport: 'ordinary' as const, pecReference: null, messageId: null },
    ];
    for (const other of others) expect(mailIdentity(other, sha256)).not.toMatch(/^receipt:/);
  });

  it('is frozen: version 1 of the form of words, with what it does to accents, letters, signs and spaces', () => {
    const words = 'Perché  «L’ÀNCORA»\n(ﬁera, nº 2½) – straße ΟΔΟΣ İ e\u0301 \ufffe 😀_x';
    const draft = aMail({ messageId: null, from: null, date: null, text: words });
    expect(mailIdentity(draft, sha256)).toBe('hash:<\n\nperche l ancora fiera no 21 2 straße οδος i e x>');
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

  it('and the hash of a text are those of the desks that did not clean hostile texts yet', () => {
    const real = (text: string): string => createHash('sha256').update(text).digest('hex');
    const hostile = 'Chiusura\ufffe biblioteca\ufdd0\n\u0001dal\ud800 3\u{1ffff} \uffffmarzo \ufffe';
    const mail = {
      ...aMail({ messageId: null, text: normaliseBody(hostile), date: '2026-03-02T08:00:00.000Z' }),
      from: { name: '', address: 'cultura@comune.valdombra.example' },
    };
    expect(mailIdentity(mail, real)).toBe('hash:af9b75f12627c0b9d58c69b46bdd2749fb3ff075803959a4777fa82d90ba9d2c');
    expect(textHash(hostile, real)).toBe('3fe3b28f95c3d83e41b6baa50c5bdea550e99f19c004e771f8aa83f266ed5293');
  });
});

import { describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/outbox/refusalWords.ts';

describe('why a server does not want a letter', () => {
  it.each([
    ['550 5.1.1 <a@b.example> User unknown', 'l’indirizzo non esiste'],
    ['552 5.2.2 Mailbox full', 'casella piena'],
    ['452 4.2.2 Over quota', 'casella piena'],
    ['553 5.7.1 Sender address rejected', 'le regole del server non lo permettono'],
    ['550 No such user here', 'l’indirizzo non esiste'],
    ['552 Message size exceeds limit', 'la e-mail è troppo grande'],
    ['5.4.4', 'il server di chi riceve non risponde'],
    ['554 Transaction failed', 'il server non dice perché'],
    ['', 'il server non dice perché'],
  ])('%s', (answer, words) => {
    expect(sayRefusal(answer)).toBe(words);
  });
});

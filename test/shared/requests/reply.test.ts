import { describe, expect, it } from 'vitest';
import { type Reply, replyDuplicate, replyMissing, replyNotNeeded } from '#shared/requests/reply.ts';

const frame = {
  name: 'Anna Bellini',
  subject: 'R: Re: Richiesta avviso',
  title: 'Biblioteca chiusa martedì 8 dicembre',
  signature: ['Marta Bellin', 'PuntoSi, Comune di Valdombra'],
};

/** All answers hold to the words of the house: no exclamation, no dots that trail off, the signature at the end. */
function expectHouseStyle({ subject, text }: Reply): void {
  expect(subject).toBe('R: Richiesta avviso');
  expect(text).not.toMatch(/[!…]/);
  expect(text.startsWith('Buongiorno Anna Bellini,\n')).toBe(true);
  expect(text.endsWith('Marta Bellin\nPuntoSi, Comune di Valdombra')).toBe(true);
}

describe('replyMissing', () => {
  it('asks for one thing', () => {
    const reply = replyMissing(frame, ['link']);
    expectHouseStyle(reply);
    expect(reply.text).toContain('manca il link.');
    expect(reply.text.match(/^- /gm)).toHaveLength(1);
  });

  it('asks for more, in one sentence and as a list', () => {
    const { text } = replyMissing(frame, ['date', 'link', 'text']);
    expect(text).toContain('mancano la data, il link e il testo.');
    expect(text.match(/^- /gm)).toHaveLength(3);
  });

  it('greets without a name when nobody knows it', () => {
    expect(replyMissing({ ...frame, name: ' ' }, ['date']).text).toMatch(/^Buongiorno,\n/);
  });
});

describe('replyDuplicate', () => {
  it('says when it was sent and shows the text', () => {
    const reply = replyDuplicate(frame, {
      kind: 'sent',
      when: '2026-11-12T09:00:00.000Z',
      number: '2026/0204',
      text: 'Biblioteca chiusa.\n',
    });
    expectHouseStyle(reply);
    expect(reply.text).toContain('è già stato inviato giovedì 12 novembre 2026 (n. 2026/0204)');
    expect(reply.text).toContain('\n\nBiblioteca chiusa.\n\n');
  });

  it('says when one waits to be sent', () => {
    const { text } = replyDuplicate(frame, {
      kind: 'queued',
      when: '2026-12-04T09:00:00.000Z',
      number: null,
      text: 'x',
    });
    expect(text).toContain('è già previsto un invio per venerdì 4 dicembre 2026');
  });
});

it('a double of what is still being prepared names no day', () => {
  const reply = replyDuplicate(frame, {
    kind: 'asked',
    when: '2026-11-12T09:00:00.000Z',
    number: null,
    text: 'Biblioteca chiusa.',
  });
  expectHouseStyle(reply);
  expect(reply.text).toContain('Per questo avviso c’è già un’altra richiesta in lavorazione:');
});

describe('replyNotNeeded', () => {
  it('gives the reason once, with one full stop', () => {
    const reply = replyNotNeeded(frame, 'riguarda solo il personale interno.');
    expectHouseStyle(reply);
    expect(reply.text).toContain('Il motivo: riguarda solo il personale interno.\n');
  });
});

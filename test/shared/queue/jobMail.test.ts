import { describe, expect, it } from 'vitest';
import { enqueue } from '#shared/queue/decide.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import { mailedFacts, readersAt } from '#shared/queue/mailing.ts';
import { must } from '../../helpers/desk.ts';
import { pen } from '../../helpers/facts.ts';
import { jobOf, NOTICE, PLANNED } from './sample.ts';

const WORDS = { to: ['invii@ditta.example'], copy: ['capo@comune.example', 'sindaca@comune.example'] };
const LETTER = { messageId: 'a1@comune.example', letter: 'f'.repeat(64), words: WORDS };
const ENT = 'job/r1';
const started = queueFact('job.started', ENT, { desk: 'desk0001' });

/** The sending after its e-mail ended so, and then those facts. */
function mailedThen(how: Parameters<typeof mailedFacts>[2], ...more: readonly ReturnType<typeof queueFact>[]): Job {
  const desk = pen();
  desk.write('app', ...enqueue('r1', NOTICE, PLANNED, 'e-mail alla ditta'), started);
  desk.write('app', ...must(mailedFacts(jobOf(desk), LETTER, how, false)), ...more);
  return jobOf(desk);
}
const of = { messageId: LETTER.messageId };
const SENT = { outcome: 'sent', server: 'posta.comune.example' } as const;

describe('the e-mail that asks the contractor for a sending (P32, P66)', () => {
  it('taken by the server is asked, with which server and when', () => {
    expect(mailedThen(SENT)).toMatchObject({
      state: 'handedOver',
      mail: { taken: { server: 'posta.comune.example' } },
    });
  });

  it('taken only for the copies is refused: nobody asked the contractor', () => {
    const missed = [{ address: 'INVII@ditta.example', why: 'casella piena' }];
    expect(mailedThen({ outcome: 'partial', server: 's', missed })).toMatchObject({
      state: 'refused',
      why: 'il server non ha preso l’indirizzo della ditta: casella piena',
    });
  });

  it('taken without a copy is asked, and the copy is due until somebody gives it', () => {
    const missed = [{ address: 'sindaca@comune.example', why: 'casella piena' }];
    const how = { outcome: 'partial', server: 's', missed } as const;
    expect(mailedThen(how)).toMatchObject({ state: 'handedOver', mayorCopy: 'due', headCopy: null });
    expect(mailedThen(how, queueFact('job.mayorCopied', ENT, {}))).toMatchObject({ mayorCopy: 'given' });
  });

  it('that comes back puts the sending before a person; one of a former round changes nothing', () => {
    const bounced = queueFact('job.bounced', ENT, { ...of, why: 'l’indirizzo non esiste' });
    expect(mailedThen(SENT, bounced)).toMatchObject({
      state: 'refused',
      why: 'la e-mail alla ditta è tornata indietro: l’indirizzo non esiste',
    });
    const former = queueFact('job.bounced', ENT, { messageId: 'altro@comune.example', why: 'x' });
    expect(mailedThen(SENT, former)).toMatchObject({ state: 'handedOver', rejected: [] });
  });

  it('whose copy comes back leaves it asked, and the copy is due', () => {
    const back = queueFact('job.copyBounced', ENT, { ...of, who: 'head', why: 'casella piena' });
    expect(mailedThen(SENT, back)).toMatchObject({ state: 'handedOver', headCopy: 'due' });
  });

  it('that was uncertain is asked where the mailbox proves that the server took it', () => {
    const found = queueFact('job.mailFound', ENT, { ...of, where: 'copy' });
    expect(mailedThen({ outcome: 'unknown' })).toMatchObject({ state: 'uncertain', mail: { taken: null } });
    expect(mailedThen({ outcome: 'unknown' }, found)).toMatchObject({ state: 'handedOver', mail: { found: 'copy' } });
  });

  it('of a new round has nothing of the former one', () => {
    const again = queueFact('job.requeued', ENT, { plannedFor: PLANNED, why: 'di nuovo' });
    const bounced = queueFact('job.bounced', ENT, { ...of, why: 'l’indirizzo non esiste' });
    expect(mailedThen(SENT, bounced, again)).toMatchObject({ state: 'queued', mail: null, headCopy: null, rounds: 2 });
  });

  it('knows whose an address is, whatever its capitals, and of nobody else', () => {
    expect(readersAt('Capo@Comune.Example', WORDS)).toEqual(['head']);
    expect(readersAt('altro@comune.example', WORDS)).toEqual([]);
    expect(
      readersAt('capo@comune.example', { ...WORDS, copy: ['capo@comune.example', 'capo@comune.example'] }),
    ).toEqual(['head', 'mayor']);
  });
});

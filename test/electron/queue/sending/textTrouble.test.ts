/** What leaves is what was approved (P24): the hash a fact brings along is not believed. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confirmSent } from '#electron/queue/acts/confirm.ts';
import { askGroup, confirmAsked } from '#electron/queue/acts/group.ts';
import { listJobs } from '#electron/queue/acts/list.ts';
import { requeue } from '#electron/queue/acts/requeue.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { approvedNotice, forwardedRequest, must, openTownDesk, type TestDesk, write } from '../../../helpers/desk.ts';
import { ROAD_WORKS } from '../../../helpers/facts.ts';

const NAMES = { deskName: (dev: string) => dev, receiptProblem: () => undefined };
const PLANNED = instantAt('2026-03-05', '08:30');
const OTHER_WORDS = 'Via Roma è aperta: paga qui la tua multa.';

const rowOf = (opened: TestDesk) => listJobs(opened.desk, opened, NAMES)[0];
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);
const approvedHash = ({ drafts }: TestDesk): string => drafts.get('r1')?.approved?.hash ?? '';
const noticeOf = ({ queue }: TestDesk) => queue.get('r1')?.notice ?? expect.fail('Manca l’invio.');

/** Each way other words get under the hash that was approved. */
const FORGERIES: Readonly<Record<string, (opened: TestDesk) => NewFact>> = {
  'chosen for the sending': (opened) =>
    queueFact('job.textChosen', 'job/r1', { text: OTHER_WORDS, hash: approvedHash(opened) }),
  'approved once more': (opened) =>
    draftFact('draft.approved', 'draft/r1', { text: OTHER_WORDS, hash: approvedHash(opened), way: 'app', note: '' }),
};

/** A desk on which the notice was approved and then forged, its moment come. */
function forgedDesk(forge: (opened: TestDesk) => NewFact): TestDesk {
  const opened = openTownDesk();
  approvedNotice(opened, 'r1');
  write(opened, forge(opened));
  opened.clock.set(PLANNED);
  return opened;
}

describe.each(Object.entries(FORGERIES))('other words %s under the approved hash', (_how, forge) => {
  it('never leave: the row says so, in red, before anything is tried', async () => {
    const opened = forgedDesk(forge);
    expect(rowOf(opened)).toMatchObject({ isAltered: true, obstacle: { code: 'text-altered' } });
    expect(rowOf(opened)?.obstacle?.what).toContain('non è quello approvato');
    await opened.desk.outbox.tick();
    opened.clock.advance(3_600_000);
    await opened.desk.outbox.tick();
    expect([opened.queue.get('r1')?.state, readdirSync(opened.deliveries)]).toEqual(['queued', []]);
  });

  it('are not put back into the queue', async () => {
    const opened = forgedDesk(forge);
    write(opened, queueFact('job.held', 'job/r1', { why: 'prova' }));
    expect(codeOf(requeue(opened.desk, opened, { id: 'r1', why: 'prova' }))).toBe('text-altered');
  });

  it('are not confirmed as the approved ones, but as what was really sent', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    write(opened, forge(opened));
    const confirm = (text: string | null) =>
      confirmSent(
        opened.desk,
        opened,
        { request: opened.requests.get, draft: opened.drafts.get },
        { id: 'r1', text, recipients: 9, sentAt: null },
      );
    expect(codeOf(await confirm(null))).toBe('text-altered');
    expect(opened.queue.get('r1')?.state).toBe('handedOver');
    must(await confirm(ROAD_WORKS.text));
    expect(opened.register.get('r1')?.deviations).toContain(
      'Il testo approvato o messo in coda è stato cambiato senza passare dall’app.',
    );
  });
});

describe('in the operational group', () => {
  const inGroup = (): TestDesk => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    const { rewritten } = opened.drafts.get('r1') ?? expect.fail('Manca il testo.');
    const { text, hash } = rewritten;
    write(
      opened,
      draftFact('draft.approved', 'draft/r1', { text, hash, way: 'app', note: '' }),
      queueFact('job.queued', 'job/r1', {
        notice: {
          title: 'Via Roma',
          text,
          hash,
          link: null,
          office: null,
          category: null,
          reason: null,
          requestedDate: null,
        },
        plannedFor: PLANNED,
        route: 'gruppo operativo',
      }),
    );
    return opened;
  };
  const forge = (opened: TestDesk): void =>
    write(opened, queueFact('job.textChosen', 'job/r1', { text: OTHER_WORDS, hash: noticeOf(opened).hash }));

  it('other words are not copied', async () => {
    const opened = inGroup();
    forge(opened);
    expect(codeOf(await askGroup(opened.desk, opened, 'r1'))).toBe('text-altered');
    expect(opened.queue.get('r1')?.state).toBe('queued');
  });

  it('nor copied again, nor confirmed as asked, when they came after the first copy', async () => {
    const opened = inGroup();
    expect(must(await askGroup(opened.desk, opened, 'r1')).text).toBe(
      `Da inviare giovedì 5 marzo alle 08:30.\n\n${ROAD_WORKS.text}`,
    );
    forge(opened);
    expect(codeOf(await askGroup(opened.desk, opened, 'r1'))).toBe('text-altered');
    expect(codeOf(confirmAsked(opened.desk, opened, 'r1'))).toBe('text-altered');
  });
});

it('a text altered while the other desks and the news site were asked does not leave either', async () => {
  const opened: TestDesk = openTownDesk({
    site: {
      picture: async () => null,
      check: async (link) => {
        write(opened, FORGERIES['chosen for the sending']?.(opened) ?? expect.fail());
        return { link, outcome: 'unverified', status: null, title: null, leadsTo: null, checkedAt: PLANNED };
      },
    },
  });
  approvedNotice(opened, 'r1');
  opened.clock.set(PLANNED);
  await opened.desk.outbox.tick();
  expect([opened.queue.get('r1')?.state, readdirSync(opened.deliveries)]).toEqual(['queued', []]);
});

it('a sending queued with a hash that is not of its text does not leave', async () => {
  const opened = openTownDesk();
  approvedNotice(opened, 'r1');
  const forged = { ...noticeOf(opened), hash: '0'.repeat(64) };
  write(
    opened,
    queueFact('job.cancelled', 'job/r1', { why: 'prova' }),
    queueFact('job.renewed', 'job/r1', { notice: forged, plannedFor: PLANNED, route: 'cartella della ditta' }),
  );
  expect(rowOf(opened)).toMatchObject({ state: 'queued', isAltered: true });
});

it('a sending approved by the former version leaves: the hash on record is of the first form', async () => {
  const opened = openTownDesk();
  forwardedRequest(opened, 'r1');
  const text = 'Via Roma chiusa il 5 marzo.';
  const hash = 'f4d6e2c512da41fb0eac5475832527af303efab08aee814b676a9308e5a7a862';
  write(opened, draftFact('draft.approved', 'draft/r1', { text, hash, way: 'app', note: '' }));
  const notice = {
    title: 'Via Roma',
    text,
    hash,
    link: null,
    office: null,
    category: null,
    reason: null,
    requestedDate: null,
  };
  write(opened, queueFact('job.queued', 'job/r1', { notice, plannedFor: PLANNED, route: 'cartella della ditta' }));
  const { receivedJobs } = await import('#electron/queue/sending/received.ts');
  opened.desk.outbox.keep(
    receivedJobs(opened.desk, opened.queue, opened.desk.journal.factsOf('job/r1')),
    opened.clock.now(),
  );
  opened.clock.set(PLANNED);
  expect(await opened.desk.outbox.tick()).toBe(1);
  expect(opened.queue.get('r1')?.state).toBe('handedOver');
});

/** The page of a notice that waits, and of one that was sent, is watched (P22): over a real web server on loopback. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { askGroup } from '#electron/queue/acts/group.ts';
import { askHeadAgain, confirmPage } from '#electron/queue/acts/page.ts';
import { pageWatch } from '#electron/queue/sending/pageWatch.ts';
import { versionOfType } from '#shared/journal/fact.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { approvedNotice, codeOf, must, openTownDesk, sitDown, testClock, write } from '../../../helpers/desk.ts';
import { ROAD_WORKS } from '../../../helpers/facts.ts';
import { newsServer } from '../../../helpers/newsServer.ts';
import { MARTA, ORNELLA } from '../../../helpers/town.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WORDS = 'Giovedì 5 marzo via Roma è chiusa al traffico tra piazza Garibaldi e via Mazzini.';
const htmlOf = (words: string): string => `<title>Via Roma chiusa</title><main><p>${words}</p></main>`;

/** An approved notice on a desk whose news site answers with `page.html`, or with its status. */
async function watched(of: { html?: (look: number) => string; status?: number } = {}) {
  const page = { html: of.html ?? (() => htmlOf(WORDS)), status: of.status ?? 200, looks: 0 };
  const server = await newsServer((_request, response) => {
    page.looks++;
    response.writeHead(page.status, { 'content-type': 'text/html' }).end(page.html(page.looks));
  });
  const clock = testClock();
  const opened = openTownDesk({ clock, site: server.site(clock.now) });
  const planned = approvedNotice(opened, 'r1');
  const watch = pageWatch(opened.desk, opened, opened.site);
  const pass = async (milliseconds: number): Promise<void> => {
    opened.clock.advance(milliseconds);
    await watch.look();
  };
  const job = () => opened.queue.get('r1') ?? expect.fail('no job');
  const types = () => opened.desk.journal.factsOf('job/r1').map(({ type }) => type.replace('job.', ''));
  /** Both looks after the approval. */
  const settle = async (): Promise<void> => {
    await pass(0);
    await pass(MINUTE);
  };
  return { opened, planned, page, pass, job, types, settle, server };
}
const changed = (page: { html: (look: number) => string }, words = WORDS.replace('5 marzo', '6 marzo')): void => {
  page.html = () => htmlOf(words);
};

describe('after the approval', () => {
  it('the page is looked at twice, a minute apart, and kept', async () => {
    const { page, pass, types, job } = await watched();
    await pass(0);
    expect(types()).toEqual(['queued']);
    await pass(30_000);
    expect(page.looks).toBe(1);
    await pass(30_000);
    expect(types()).toEqual(['queued', 'pageKept']);
    expect(job().page?.kept).toMatchObject({ title: 'Via Roma chiusa', says: { days: [{ day: '2026-03-05' }] } });
    await pass(HOUR);
    expect(page.looks).toBe(2);
  });

  it.each([
    ['counts its readers', (look: number) => htmlOf(`${WORDS}</p><p>Visualizzazioni: ${look}`)],
    ['carries a token', (look: number) => htmlOf(`${WORDS}</p><p>id 9f2c41d07ab3e5d18c${look}`)],
    ['shows a clock', (look: number) => htmlOf(`${WORDS}</p><p>Ore 10:4${look}`)],
    ['has another menu each time', (look: number) => `<nav>Voce ${look} diversa</nav>${htmlOf(WORDS)}`],
  ])('a page that %s is the same page', async (_what, html) => {
    const { settle, pass, job } = await watched({ html });
    await settle();
    expect(job().page?.kept).not.toBeNull();
    await pass(7 * HOUR);
    expect(job().page?.held).toBeNull();
  });

  it('a page that changes by itself cannot be compared, and holds nothing', async () => {
    const html = (look: number) => htmlOf(`${WORDS} Proverbio del momento: numero ${'abcdef'[look]} della raccolta.`);
    const { settle, pass, job, types } = await watched({ html });
    await settle();
    expect(job().page).toMatchObject({ kept: null, held: null });
    await pass(7 * HOUR);
    expect(types()).toEqual(['queued', 'pageKept']);
  });

  it('a site that does not answer tells nothing, and is looked at again', async () => {
    const { page, settle, pass, types } = await watched({ status: 503 });
    await settle();
    expect(types()).toEqual(['queued']);
    page.status = 200;
    await pass(10 * MINUTE);
    await pass(MINUTE);
    expect(types()).toEqual(['queued', 'pageKept']);
  });
});

describe('a page that changed since the approval', () => {
  it('holds the sending on every desk, also on one with an older app', async () => {
    const { opened, planned, page, settle, pass, types, job } = await watched();
    await settle();
    changed(page);
    await pass(6 * HOUR);
    expect(types()).toEqual(['queued', 'pageKept', 'pageHeld']);
    expect(versionOfType('job.pageHeld')).toBeGreaterThan(versionOfType('job.pageKept'));
    opened.clock.set(planned);
    await opened.desk.outbox.tick();
    expect([job().state, readdirSync(opened.deliveries)]).toEqual(['queued', []]);
    await pass(10 * MINUTE);
    expect(types().filter((type) => type === 'pageHeld')).toHaveLength(1);
  });

  it('found only at hand-off holds it too', async () => {
    const { opened, planned, page, settle, types } = await watched();
    await settle();
    changed(page);
    opened.clock.set(planned);
    await opened.desk.outbox.tick();
    expect(types()).toEqual(['queued', 'pageKept', 'pageHeld']);
    expect(readdirSync(opened.deliveries)).toEqual([]);
  });

  it('holds what is to be asked of the group', async () => {
    const { opened, page, settle, pass } = await watched();
    await settle();
    write(
      opened,
      queueFact('job.cancelled', 'job/r1', { why: 'altra via' }),
      queueFact('job.renewed', 'job/r1', {
        ...{ notice: opened.queue.get('r1')?.notice ?? expect.fail(), plannedFor: opened.clock.now() },
        route: 'gruppo operativo',
      }),
    );
    await settle();
    changed(page);
    expect(codeOf(await askGroup(opened.desk, opened, 'r1'))).toBe('page-changed');
    await pass(0);
    expect(codeOf(await askGroup(opened.desk, opened, 'r1'))).toBe('page-changed');
  });

  it('goes on by itself when the page is as it was', async () => {
    const { opened, planned, page, settle, pass, job } = await watched();
    await settle();
    page.status = 404;
    await pass(6 * HOUR);
    expect(job().page?.held).toMatchObject({ seen: null });
    page.status = 200;
    await pass(10 * MINUTE);
    expect(job().page?.held).toBeNull();
    opened.clock.set(planned);
    await opened.desk.outbox.tick();
    expect(job().state).toBe('handedOver');
  });
});

describe('who looked at the page', () => {
  const heldNow = async () => {
    const town = await watched();
    await town.settle();
    changed(town.page);
    await town.pass(6 * HOUR);
    const since = town.job().page?.held?.since ?? expect.fail('not held');
    return { ...town, since, confirm: () => confirmPage(town.opened.desk, town.opened, { id: 'r1', since }) };
  };

  it('lets the notice go, and the page she saw is the one to compare with from then on', async () => {
    const { opened, planned, confirm, pass, job } = await heldNow();
    must(await confirm());
    expect(job().page).toMatchObject({ held: null, kept: { says: { days: [{ day: '2026-03-06' }] } } });
    await pass(6 * HOUR);
    expect(job().page?.held).toBeNull();
    opened.clock.set(planned);
    await opened.desk.outbox.tick();
    expect(job().state).toBe('handedOver');
  });

  it('confirms nothing she did not see: it changed again, or is gone', async () => {
    const { page, confirm, job, since } = await heldNow();
    changed(page, WORDS.replace('5 marzo', '9 marzo'));
    expect(codeOf(await confirm())).toBe('page-changed-again');
    expect(job().page?.held?.seen?.says.days).toMatchObject([{ day: '2026-03-09' }]);
    expect(job().page?.held?.since === since || codeOf(await confirm()) === 'page-not-held').toBe(true);
  });

  it('confirms no page that does not open', async () => {
    const { page, confirm } = await heldNow();
    page.status = 404;
    expect(codeOf(await confirm())).toBe('page-still-gone');
  });

  it('asks the head again: the same text waits, and its approval looks at the page anew', async () => {
    const { opened, settle, job } = await heldNow();
    expect(must(await askHeadAgain(opened.desk, opened, { id: 'r1', why: 'La pagina dice 6 marzo.' })).to).toBe(
      ORNELLA.name,
    );
    expect([job().state, opened.drafts.get('r1')?.state]).toEqual(['cancelled', 'waiting']);
    sitDown(opened, ORNELLA);
    const { hash: seen, text } = opened.drafts.get('r1')?.rewritten ?? expect.fail();
    must(approveAndQueue(opened.desk, opened, { id: 'r1', seen, text, route: null }));
    sitDown(opened, MARTA);
    expect(job()).toMatchObject({ state: 'queued', rounds: 2, page: null, notice: { text: ROAD_WORKS.text } });
    await settle();
    expect(job().page).toMatchObject({ round: 2, held: null, kept: { says: { days: [{ day: '2026-03-06' }] } } });
  });
});

describe('the page of a notice that was sent and still holds', () => {
  const sent = async () => {
    const town = await watched();
    write(
      town.opened,
      queueFact('job.started', 'job/r1', { desk: 'desk0001' }),
      queueFact('job.handedOver', 'job/r1', { evidence: 'prova' }),
      queueFact('job.sent', 'job/r1', {
        ...{ sentAt: town.opened.clock.now(), recipients: 3, text: 'Fino a martedì 31 marzo via Roma è chiusa.' },
      }),
    );
    town.opened.clock.set(addMilliseconds(town.planned, DAY));
    return town;
  };

  it('is looked at once a week, and told when it is gone and when it is back', async () => {
    const { pass, page, types, job } = await sent();
    await pass(0);
    expect(page.looks).toBe(0);
    await pass(7 * DAY);
    expect([page.looks, types().at(-1)]).toEqual([1, 'sent']);
    await pass(2 * HOUR);
    await pass(2 * HOUR);
    expect(page.looks).toBe(1);
    page.status = 404;
    await pass(7 * DAY);
    expect([types().at(-1), job().page?.lostSince]).toEqual(['pageLost', expect.any(String)]);
    page.status = 200;
    await pass(7 * DAY);
    expect([types().at(-1), job().page?.lostSince]).toEqual(['pageSettled', null]);
  });

  it('is looked at no more when what it tells is over', async () => {
    const { pass, page } = await sent();
    await pass(40 * DAY);
    expect(page.looks).toBe(0);
  });
});

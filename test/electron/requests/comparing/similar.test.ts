import { describe, expect, test } from 'vitest';
import { forwardedNotices } from '#electron/drafts/notices.ts';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { confirmSent } from '#electron/queue/acts/confirm.ts';
import { queuedNotices } from '#electron/queue/notices.ts';
import { type SimilarSources, similarCases } from '#electron/requests/comparing/similar.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import type { Series } from '#shared/register/series.ts';
import { close, setData } from '#shared/requests/decide.ts';
import type { RequestData } from '#shared/requests/facts.ts';
import { approvedNotice, forwardedRequest, must, openTownDesk, sitDown, write } from '../../../helpers/desk.ts';
import { ROAD_WORKS, requestReceived } from '../../../helpers/facts.ts';
import { ORNELLA } from '../../../helpers/town.ts';
import { record, sameText } from '../../register/entries.ts';

const GREEN = 'Da martedì 1° dicembre la raccolta porta a porta del verde è sospesa fino al 28 febbraio.';
const NEWS = 'https://www.comune.valdombra.example/novita/';

function openSimilar(end: SimilarSources['end'] = () => ok({ effect: 'lettera' })) {
  const opened = openTownDesk();
  const { desk, requests, register, queue } = opened;
  const queued = queuedNotices(queue);
  const forwarded = () => forwardedNotices(opened.drafts, requests);
  return { opened, ...similarCases(desk, { requests, register, queued, forwarded, end }) };
}
type Cases = ReturnType<typeof openSimilar>;

function arrives({ opened }: Cases, id: string, asked: Partial<RequestData & { readonly text: string }> = {}): void {
  write(opened, requestReceived(id, { link: `${NEWS}${id}`, ...asked }, opened.desk.now()));
}
function place({ opened }: Cases, id: string, series: Series | null): void {
  const request = opened.requests.get(id) ?? expect.fail('no request');
  write(opened, ...must(setData(request, { series }, must(opened.desk.context()))));
}
const idsLike = (cases: Cases, id: string, text: string): readonly string[] =>
  must(cases.similar({ id, text })).candidates.map((one) => one.id);

describe('what resembles a request', () => {
  test('is looked for in the register and in the queue, and shown with its evidence', () => {
    const cases = openSimilar();
    record(cases.opened, 'verde', { ...sameText(GREEN), title: 'Raccolta del verde', office: 'Ambiente' });
    approvedNotice(cases.opened, 'strada');
    arrives(cases, 'nuova');
    const found = must(cases.similar({ id: 'nuova', text: ROAD_WORKS.text }));
    expect(found).toMatchObject({ sent: 1, queued: 1, forwarded: 0, asked: 1, at: cases.opened.desk.now() });
    expect(found.candidates).toEqual([
      {
        id: 'strada',
        kind: 'queued',
        number: null,
        title: ROAD_WORKS.title,
        when: '2026-03-05T07:30:00.000Z',
        office: 'Lavori pubblici',
        askedBy: null,
        link: ROAD_WORKS.link,
        text: ROAD_WORKS.text,
        score: 1,
        verdict: 'duplicate',
        why: expect.arrayContaining(['Stesso testo']),
        series: null,
        asSeries: { name: ROAD_WORKS.title, index: 2, of: 2 },
        decided: null,
      },
    ]);
    expect(must(cases.similar({ id: 'nuova', text: GREEN })).candidates).toMatchObject([
      { id: 'verde', kind: 'sent', number: '2026/0001', title: 'Raccolta del verde', office: 'Ambiente', text: GREEN },
    ]);
  });

  test('follows what is queued, sent and cancelled after the first question', () => {
    const cases = openSimilar();
    const { opened } = cases;
    arrives(cases, 'nuova');
    expect(idsLike(cases, 'nuova', ROAD_WORKS.text)).toEqual([]);
    approvedNotice(opened, 'strada');
    expect(idsLike(cases, 'nuova', ROAD_WORKS.text)).toEqual(['strada']);
    record(opened, 'strada', sameText('Tutt’altro: il consiglio comunale si riunisce giovedì sera.'));
    expect(must(cases.similar({ id: 'nuova', text: ROAD_WORKS.text }))).toMatchObject({
      candidates: [],
      sent: 1,
      queued: 0,
    });
    approvedNotice(opened, 'altra');
    expect(idsLike(cases, 'nuova', ROAD_WORKS.text)).toEqual(['altra']);
    const job = opened.queue.get('altra') ?? expect.fail('no job');
    write(opened, ...must(step(job, 'job.cancelled', { why: 'Rinviato' })));
    expect(idsLike(cases, 'nuova', ROAD_WORKS.text)).toEqual([]);
  });

  test('is at most five, and never the request itself or the notice it puts right', () => {
    const cases = openSimilar();
    for (let at = 1; at <= 7; at++) record(cases.opened, `verde${at}`, { ...sameText(GREEN), link: null });
    arrives(cases, 'nuova');
    expect(idsLike(cases, 'nuova', GREEN)).toHaveLength(5);
    arrives(cases, 'verde1');
    expect(idsLike(cases, 'verde1', GREEN)).not.toContain('verde1');
    const received = requestReceived('rettifica', { link: null });
    const { opened } = cases;
    write(opened, { ...received, body: { ...(received.body as object), corrects: 'verde2' } });
    expect(idsLike(cases, 'rettifica', GREEN)).not.toContain('verde2');
  });

  test('needs a request', () => {
    expect(openSimilar().similar({ id: 'nessuna', text: '' })).toMatchObject({
      ok: false,
      error: { code: 'request-unknown' },
    });
  });
});

describe('what is not in the queue yet (P21)', () => {
  test('a text before the head is found, and named so until it is decided', () => {
    const cases = openSimilar();
    const { opened } = cases;
    forwardedRequest(opened, 'strada');
    arrives(cases, 'nuova', { link: null });
    const found = must(cases.similar({ id: 'nuova', text: ROAD_WORKS.text }));
    expect(found).toMatchObject({ sent: 0, queued: 0, forwarded: 1, asked: 1 });
    expect(found.candidates).toMatchObject([
      { id: 'strada', kind: 'forwarded', number: null, title: ROAD_WORKS.title, text: ROAD_WORKS.text },
    ]);
    sitDown(opened, ORNELLA);
    const draft = opened.drafts.get('strada') ?? expect.fail('no draft');
    const { hash, text } = draft.rewritten;
    must(approveAndQueue(opened.desk, opened, { id: 'strada', seen: hash, text, route: null }));
    expect(must(cases.similar({ id: 'nuova', text: ROAD_WORKS.text })).candidates).toMatchObject([{ kind: 'queued' }]);
  });

  test('of two open requests the later one is told of the earlier, never the other way round', () => {
    const cases = openSimilar();
    arrives(cases, 'prima', { text: GREEN, link: null });
    cases.opened.clock.advance(60_000);
    arrives(cases, 'seconda', { text: GREEN, link: null });
    expect(must(cases.similar({ id: 'seconda', text: GREEN })).candidates).toMatchObject([
      { id: 'prima', kind: 'asked', verdict: 'duplicate', text: GREEN },
    ]);
    expect(idsLike(cases, 'prima', GREEN)).toEqual([]);
  });

  test('requests of one e-mail stand side by side already: they are no doubles of each other', () => {
    const cases = openSimilar();
    const { opened } = cases;
    const asked = { text: GREEN, link: null };
    const now = opened.desk.now();
    for (const id of ['a-1', 'a-2']) {
      const received = requestReceived(id, asked, now);
      write(opened, { ...received, body: { ...(received.body as object), mail: 'a' } });
    }
    expect([idsLike(cases, 'a-1', GREEN), idsLike(cases, 'a-2', GREEN)]).toEqual([[], []]);
  });

  test('a request that was closed is no candidate any more, and a request without text or link never is', () => {
    const cases = openSimilar();
    const { opened } = cases;
    arrives(cases, 'prima', { text: GREEN, link: null });
    arrives(cases, 'vuota', { text: '', link: null });
    opened.clock.advance(60_000);
    arrives(cases, 'seconda', { text: GREEN, link: null });
    expect(must(cases.similar({ id: 'seconda', text: GREEN }))).toMatchObject({ asked: 2 });
    const first = opened.requests.get('prima') ?? expect.fail('no request');
    const ending = { outcome: 'non necessario', why: 'già noto', sameAs: null } as const;
    write(opened, ...must(close(first, ending, must(opened.desk.context()))));
    expect(must(cases.similar({ id: 'seconda', text: GREEN }))).toMatchObject({ asked: 1, candidates: [] });
  });

  test('the later one ends as a double of the earlier', () => {
    const cases = openSimilar();
    const { opened } = cases;
    arrives(cases, 'prima', { text: GREEN, link: null });
    opened.clock.advance(60_000);
    arrives(cases, 'seconda', { text: GREEN, link: null });
    must(cases.compare({ id: 'seconda', with: 'prima', verdict: 'duplicato', why: '', series: null }));
    expect(opened.requests.get('seconda')?.closed).toMatchObject({ outcome: 'duplicato', sameAs: 'prima' });
  });
});

describe('comparing', () => {
  test('keeps the decision, which is shown the next time', () => {
    const cases = openSimilar();
    record(cases.opened, 'verde', sameText(GREEN));
    arrives(cases, 'nuova');
    must(cases.compare({ id: 'nuova', with: 'verde', verdict: 'diverso', why: 'altro periodo', series: null }));
    expect(must(cases.similar({ id: 'nuova', text: GREEN })).candidates[0]?.decided).toMatchObject({
      with: 'verde',
      number: '2026/0001',
      verdict: 'diverso',
      why: 'altro periodo',
      by: 'marta',
    });
  });

  test('with a double ends the request', () => {
    const cases = openSimilar();
    record(cases.opened, 'verde', sameText(GREEN));
    arrives(cases, 'nuova');
    must(cases.compare({ id: 'nuova', with: 'verde', verdict: 'duplicato', why: '', series: null }));
    expect(cases.opened.requests.get('nuova')).toMatchObject({
      state: 'closed',
      closed: { outcome: 'duplicato', sameAs: 'verde' },
    });
  });

  test('with a double, and a letter to its office, ends the request by the letter', () => {
    const endings: unknown[] = [];
    const cases = openSimilar((ending) => {
      endings.push(ending);
      return ok({ effect: 'lettera' });
    });
    record(cases.opened, 'verde', sameText(GREEN));
    arrives(cases, 'nuova');
    const choice = { id: 'nuova', with: 'verde', verdict: 'duplicato', why: '', series: null, letter: true } as const;
    expect(must(cases.compare(choice))).toEqual({ effect: 'lettera' });
    const why = 'È lo stesso avviso: n. 2026/0001.';
    expect(endings).toEqual([{ id: 'nuova', outcome: 'duplicato', why, sameAs: 'verde', letter: true }]);
    expect(cases.opened.requests.get('nuova')?.comparisons).toMatchObject([{ verdict: 'duplicato' }]);
  });

  test('keeps nothing when the letter cannot be written', () => {
    const cases = openSimilar(() =>
      problem({ code: 'no-address', what: 'Manca l’indirizzo.', remedy: 'Chiudi senza e-mail.' }),
    );
    record(cases.opened, 'verde', sameText(GREEN));
    arrives(cases, 'nuova');
    const choice = { id: 'nuova', with: 'verde', verdict: 'duplicato', why: '', series: null, letter: true } as const;
    expect(cases.compare(choice)).toMatchObject({ ok: false, error: { code: 'no-address' } });
    expect(cases.opened.requests.get('nuova')).toMatchObject({ state: 'open', comparisons: [] });
  });

  test('with something that is gone is a problem', () => {
    const cases = openSimilar();
    arrives(cases, 'nuova');
    const choice = { id: 'nuova', verdict: 'diverso', why: 'altra via', series: null } as const;
    expect(cases.compare({ ...choice, with: 'mai vista' })).toMatchObject({
      ok: false,
      error: { code: 'notice-unknown' },
    });
  });
});

describe('a series', () => {
  const week = (index: number): Series => ({ name: 'Farmacie di turno', index, of: 4 });
  const PHARMACY = 'Fino a venerdì è di turno la farmacia di piazza Alpini 3, telefono 049 5550100.';

  test('gathers what was sent, queued and asked, also the notice another one was joined to', () => {
    const cases = openSimilar();
    record(cases.opened, 'prima', { ...sameText(PHARMACY), title: 'Farmacia, prima settimana' });
    arrives(cases, 'seconda', { text: PHARMACY });
    const [first] = must(cases.similar({ id: 'seconda', text: PHARMACY })).candidates;
    expect(first?.asSeries).toEqual({ name: 'Farmacia, prima settimana', index: 2, of: 2 });
    must(cases.compare({ id: 'seconda', with: 'prima', verdict: 'serie', why: '', series: week(2) }));
    approvedNotice(cases.opened, 'terza');
    arrives(cases, 'quarta');
    place(cases, 'quarta', week(4));
    expect(cases.series()).toEqual([
      {
        name: 'Farmacie di turno',
        of: 4,
        notices: [
          {
            id: 'prima',
            kind: 'sent',
            index: null,
            number: '2026/0001',
            title: 'Farmacia, prima settimana',
            when: '2026-03-05T07:41:00.000Z',
          },
          { id: 'seconda', kind: 'request', index: 2, number: null, title: ROAD_WORKS.title, when: null },
          { id: 'quarta', kind: 'request', index: 4, number: null, title: ROAD_WORKS.title, when: null },
        ],
      },
    ]);
  });

  test('is exempt from the warning but for the same place: that week was sent already', () => {
    const cases = openSimilar();
    for (const index of [1, 2, 3]) {
      record(cases.opened, `settimana${index}`, { ...sameText(PHARMACY), link: null, series: week(index) });
    }
    record(cases.opened, 'estranea', { ...sameText(PHARMACY), link: null });
    arrives(cases, 'nuova', { link: null });
    const all = ['estranea', 'settimana1', 'settimana2', 'settimana3'];
    expect(idsLike(cases, 'nuova', PHARMACY).toSorted()).toEqual(all);
    place(cases, 'nuova', week(4));
    expect(idsLike(cases, 'nuova', PHARMACY)).toEqual(['estranea']);
    place(cases, 'nuova', week(2));
    expect(idsLike(cases, 'nuova', PHARMACY).toSorted()).toEqual(['estranea', 'settimana2']);
  });

  test('proposes the next free place of it', () => {
    const cases = openSimilar();
    record(cases.opened, 'una', { ...sameText(PHARMACY), series: week(1) });
    record(cases.opened, 'altra', { ...sameText(GREEN), series: week(4) });
    arrives(cases, 'nuova');
    expect(must(cases.similar({ id: 'nuova', text: PHARMACY })).candidates[0]).toMatchObject({
      id: 'una',
      series: week(1),
      asSeries: { name: 'Farmacie di turno', index: 5, of: 5 },
    });
  });

  test('goes with the notice into the register', async () => {
    const cases = openSimilar();
    const { desk, queue, register, numbering, requests, drafts } = cases.opened;
    arrives(cases, 'terza');
    place(cases, 'terza', week(3));
    approvedNotice(cases.opened, 'terza');
    expect(cases.series()).toMatchObject([
      { notices: [{ id: 'terza', kind: 'queued', when: '2026-03-05T07:30:00.000Z' }] },
    ]);
    const job = () => queue.get('terza') ?? expect.fail('no job');
    write(cases.opened, ...must(step(job(), 'job.started', { desk: 'desk0001' })));
    const sources = { request: requests.get, draft: drafts.get };
    const confirmation = { id: 'terza', text: null, recipients: 1_204, sentAt: null };
    must(await confirmSent(desk, { queue, register, numbering }, sources, confirmation));
    expect(register.get('terza')).toMatchObject({ number: 1, series: week(3) });
    expect(cases.series()).toMatchObject([{ notices: [{ id: 'terza', kind: 'sent', number: '2026/0001' }] }]);
  });

  test('keeps its place when the notice is sent, and leaves out what was closed', () => {
    const cases = openSimilar();
    arrives(cases, 'nuova');
    place(cases, 'nuova', week(1));
    arrives(cases, 'doppia');
    place(cases, 'doppia', week(2));
    record(cases.opened, 'nuova', { series: week(1) });
    must(cases.compare({ id: 'doppia', with: 'nuova', verdict: 'duplicato', why: '', series: null }));
    expect(cases.series()).toMatchObject([{ notices: [{ id: 'nuova', kind: 'sent', index: 1, number: '2026/0001' }] }]);
  });
});

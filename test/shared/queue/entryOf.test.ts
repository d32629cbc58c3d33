import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { approve, forwardDraft, textHash } from '#shared/drafts/decide.ts';
import { foldDraft } from '#shared/drafts/draft.ts';
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { Person } from '#shared/people/person.ts';
import { entryOf, type Sending } from '#shared/queue/entryOf.ts';
import { entryBodySchema } from '#shared/register/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { must } from '../../helpers/desk.ts';
import { pen, ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';
import { contextOf, MARTA, ORNELLA } from '../../helpers/town.ts';
import { jobOf, PLANNED, queuedThen } from './sample.ts';

const SENDING: Sending = {
  sentAt: '2026-03-05T07:41:00.000Z',
  text: null,
  recipients: 1_204,
  by: MARTA.id,
  outOfRole: null,
  electionPeriods: [],
};
const OVERRIDDEN: CheckLine = {
  line: 'link',
  outcome: 'da correggere',
  detail: 'la pagina non si apre',
  why: 'la notizia esce alle 8',
};

/** The row of a notice Marta wrote, `head` approved and Marta confirmed as sent. */
function entry(sending: Partial<Sending> = {}, checks: readonly CheckLine[] = [], head: Person = ORNELLA) {
  const desk = pen();
  desk.write('app', requestReceived('r1', { sendDate: '2026-03-05' }));
  desk.write(MARTA.id, requestFact('request.takenInCharge', 'request/r1', {}));
  desk.write(MARTA.id, requestFact('request.dataSet', 'request/r1', { sendDate: '2026-03-06' }));
  desk.write(MARTA.id, requestFact('request.forwarded', 'request/r1', { hash: 'a'.repeat(64) }));
  const request = foldRequest(
    'r1',
    desk.all().filter(({ ent }) => ent.startsWith('request/')),
  );
  if (!request) expect.fail('no request');
  const text = ROAD_WORKS.text;
  desk.write(MARTA.id, ...must(forwardDraft(request, { text, checks, pack: '1', to: head.id }, contextOf(MARTA))));
  const drafts = () =>
    foldDraft(
      'r1',
      desk.all().filter(({ ent }) => ent.startsWith('draft/')),
    );
  const draft = drafts() ?? expect.fail('no draft');
  const roster = { ...contextOf(head).roster, people: [head] };
  const approved = approve(draft, { seen: draft.rewritten.hash, text }, contextOf(head, undefined, roster));
  desk.write(head.id, ...must(approved));
  const body = entryOf(jobOf(queuedThen()), request, drafts() ?? draft, { ...SENDING, ...sending }, sha256);
  expect(entryBodySchema.parse(body)).toEqual(body);
  return body;
}

describe('what the register keeps (P24, P36, P40)', () => {
  it('the four texts, the three dates, people and recipients', () => {
    const version = { text: ROAD_WORKS.text, hash: textHash(ROAD_WORKS.text, sha256) };
    expect(entry()).toEqual({
      title: ROAD_WORKS.title,
      office: 'Lavori pubblici',
      category: 'Viabilità',
      reason: 'servizio',
      link: ROAD_WORKS.link,
      route: 'cartella della ditta',
      requestedDate: '2026-03-05',
      plannedFor: PLANNED,
      sentAt: '2026-03-05T07:41:00.000Z',
      receivedAt: '2026-03-02T08:00:00.000Z',
      forwardedAt: '2026-03-02T08:03:00.000Z',
      recipients: 1_204,
      asked: ROAD_WORKS.text,
      rewritten: { ...version, by: 'marta', at: '2026-03-02T08:04:00.000Z' },
      approved: { ...version, by: 'ornella', at: '2026-03-02T08:05:00.000Z' },
      sent: { ...version, by: 'marta', at: '2026-03-05T07:41:00.000Z' },
      deviations: [],
    });
  });

  it('the text the contractor altered, beside the approved one', () => {
    const text = ROAD_WORKS.text.replace('via Dante', 'via Alighieri');
    const body = entry({ text });
    expect(body.sent).toMatchObject({ text, hash: textHash(text, sha256) });
    expect(body.approved?.text).toBe(ROAD_WORKS.text);
    expect(body.deviations).toEqual(['Il testo inviato non è quello approvato.']);
  });

  it.each([`${ROAD_WORKS.text}\r\n`, ` ${ROAD_WORKS.text}`])('not what differs only in spaces at the ends', (text) => {
    expect(entry({ text }).deviations).toEqual([]);
  });

  it('what was overridden, with its reason', () => {
    expect(entry({}, [OVERRIDDEN, { ...OVERRIDDEN, line: 'serie', why: null, outcome: 'a posto' }]).deviations).toEqual(
      ['Controllo «link» forzato: la notizia esce alle 8'],
    );
  });

  it('that one person alone wrote and approved', () => {
    const both: Person = { ...MARTA, roles: ['operatore', 'capo settore'] };
    expect(entry({}, [], both).deviations).toEqual(['Una sola persona ha scritto e approvato.']);
  });

  it('when the desk waited for others (P27)', () => {
    const desk = pen();
    desk.write('app', requestReceived('r1'));
    const paused = { for: 'Cultura pubblica la notizia', missing: [], letter: null };
    desk.write(MARTA.id, requestFact('request.paused', 'request/r1', paused));
    desk.write(MARTA.id, requestFact('request.resumed', 'request/r1', {}));
    const request = foldRequest('r1', desk.all()) ?? expect.fail('no request');
    const forwarding = { text: ROAD_WORKS.text, checks: [], pack: '1', to: ORNELLA.id };
    desk.write(MARTA.id, ...must(forwardDraft(request, forwarding, contextOf(MARTA))));
    const draft = foldDraft('r1', desk.all()) ?? expect.fail('no draft');
    const waits = [{ from: '2026-03-02T08:01:00.000Z', to: '2026-03-02T08:02:00.000Z' }];
    expect(entryOf(jobOf(queuedThen()), request, draft, SENDING, sha256)).toMatchObject({ waits });
    expect(entry()).not.toHaveProperty('waits');
  });

  it('recipients nobody counted', () => {
    expect(entry({ recipients: null }).recipients).toBeNull();
  });
});

/** How facts grow (decision 0015): what an older app and a newer one can say to each other. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draftFacts } from '#shared/drafts/facts.ts';
import { deviceFacts, type Heartbeat, heartbeatSchema } from '#shared/journal/devices.ts';
import { FACTS_VERSION, isAhead, versionOfType } from '#shared/journal/fact.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { bindingFacts } from '#shared/people/bindings.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import { noteFacts } from '#shared/people/notes/facts.ts';
import { queueFacts } from '#shared/queue/facts.ts';
import { stopFacts } from '#shared/queue/stop.ts';
import { registerFacts } from '#shared/register/facts.ts';
import { reportFacts } from '#shared/report/facts.ts';
import { requestFacts } from '#shared/requests/facts.ts';
import { letterFacts } from '#shared/requests/letterFacts.ts';
import { mailboxFacts } from '#shared/requests/mailboxChecks.ts';
import { serviceFacts } from '#shared/service/facts.ts';
import { absenceOf, pen } from '../../helpers/facts.ts';

const BODIES: Readonly<Record<string, z.ZodType>> = {
  ...deviceFacts,
  ...peopleFacts,
  ...bindingFacts,
  ...noteFacts,
  ...registerFacts,
  ...requestFacts,
  ...letterFacts,
  ...mailboxFacts,
  ...draftFacts,
  ...queueFacts,
  ...stopFacts,
  ...reportFacts,
  ...serviceFacts,
};

describe('a body of a newer app', () => {
  it.each(Object.entries(BODIES))('%s may have fields this app does not know, at every depth', (_type, schema) => {
    const form = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    expect(form).not.toContain('"additionalProperties":false');
  });

  it('is read without what is not known of it', () => {
    const { body, ...said } = absenceOf('a1');
    const [fact] = pen().write('marta', { ...said, body: { ...(body as object), half: 'mattina' } });
    expect(fact && readFact(peopleFacts, fact)?.body).toEqual(body);
  });
});

describe('the version of a fact', () => {
  it('is the first for all types that an older app may pass over, so that desks of every version read it', () => {
    const raised = [...Object.keys(BODIES), 'note.said'].filter((type) => versionOfType(type) > 1);
    expect(raised).toEqual([
      'device.revoked',
      'binding.set',
      'request.joined',
      'request.takenBack',
      'request.correctionTold',
      'draft.undone',
      'job.mailed',
      'job.mailFound',
      'job.bounced',
      'job.electionHeld',
      'job.answerHeld',
      'job.undone',
      'job.pageHeld',
    ]);
  });

  it('is raised for what stops a sending, so that an older desk does not pass over it', () => {
    expect(versionOfType('device.revoked')).toBe(2);
    expect(FACTS_VERSION).toBeGreaterThanOrEqual(2);
  });

  it('is ahead of this app when it is above what this app understands', () => {
    expect([1, FACTS_VERSION, FACTS_VERSION + 1].map((v) => isAhead({ v }))).toEqual([false, false, true]);
  });
});

describe('a heartbeat', () => {
  const FORMER = { dev: 'a1b2', name: 'Sportello', person: null, app: '0.1.0', open: [], damaged: [] };
  const at = '2026-03-02T08:00:00.000Z';
  /** As apps before the version of the facts was told read it. */
  const formerSchema = z.object({
    dev: z.string(),
    name: z.string().max(120),
    person: z.string().max(120).nullable(),
    app: z.string().max(40),
    open: z.array(z.string().max(200)).max(50),
    damaged: z.array(z.string().max(120)).max(50),
    at: z.iso.datetime(),
  });

  it('of a former app is read, and a former app reads ours', () => {
    expect(heartbeatSchema.parse({ ...FORMER, at }).facts).toBeUndefined();
    const ours: Heartbeat = { ...FORMER, facts: FACTS_VERSION, at };
    expect(formerSchema.parse(ours)).toEqual({ ...FORMER, at });
  });

  it('of a newer app is read, whatever it tells besides', () => {
    expect(heartbeatSchema.parse({ ...FORMER, facts: 7, battery: 3, at }).facts).toBe(7);
  });
});

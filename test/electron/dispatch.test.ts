import { describe, expect, it } from 'vitest';
import { type DispatchOptions, dispatch } from '#electron/dispatch.ts';
import { appContract, contract, type Handlers, type MethodName } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import { outerContract } from '#shared/ipc/outerContract.ts';
import { accountOf, problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';

interface Told {
  readonly id: string;
  readonly cause: unknown;
}
const codeOf = (reply: Reply): string => (reply.ok ? 'done' : reply.error.code);
const sentenceOf = (reply: Reply): string => (reply.ok ? '' : accountOf(reply.error));

/** A door behind which only `drafts.save` has a handler; bugs are told into `bugs`. */
function door(save: Handlers['drafts.save'], checkOutputs = true) {
  const bugs: Told[] = [];
  const options: DispatchOptions = {
    handlers: { 'drafts.save': save } as unknown as Handlers,
    log: (id, cause) => bugs.push({ id, cause }),
    newId: () => '4f7a',
    checkOutputs,
  };
  const call = (method: string, input: unknown): Promise<Reply> => dispatch(options, method as MethodName, input);
  return { call, bugs };
}
const SAVED = { savedAt: '2026-03-02T08:00:00.000Z' };
const INPUT = { id: 'r1', text: 'Via Roma è chiusa.' };

describe('a call that is understood', () => {
  it('reaches its handler with the parsed input, and its answer comes back', async () => {
    const seen: unknown[] = [];
    const { call } = door((input) => {
      seen.push(input);
      return ok(SAVED);
    });
    expect(await call('drafts.save', { ...INPUT, stranger: true })).toEqual(ok(SAVED));
    expect(seen).toEqual([INPUT]);
  });

  it('that ends in a problem brings the problem', async () => {
    const refused = problem({ code: 'draft-unknown', what: 'Questo testo non c’è più.', remedy: 'Aggiorna l’elenco.' });
    expect(await door(async () => refused).call('drafts.save', INPUT)).toEqual(refused);
  });
});

describe('a call that is not understood', () => {
  const { call, bugs } = door(() => expect.fail('the handler was reached'));

  it.each(['drafts.eat', 'constructor', '__proto__', '', ...Object.keys(outerContract)])(
    '«%s» is no method of the app',
    async (name) => {
      expect(codeOf(await call(name, {}))).toBe('invalid-input');
    },
  );

  it.each([
    [{ id: 'r1' }, 'L’app non ha capito la richiesta (testo). Non è cambiato niente.'],
    [{ id: '', text: '' }, 'L’app non ha capito la richiesta (voce scelta). Non è cambiato niente.'],
    [
      { id: 'r1', text: 'x'.repeat(65_537) },
      'Quello che hai scritto (testo) è troppo lungo: al massimo 65.536 caratteri. Non è cambiato niente.',
    ],
    [undefined, 'L’app non ha capito la richiesta. Non è cambiato niente.'],
    ['drafts', 'L’app non ha capito la richiesta. Non è cambiato niente.'],
    [null, 'L’app non ha capito la richiesta. Non è cambiato niente.'],
  ])('its input is refused before anything happens, and the field is named in Italian (%#)', async (input, message) => {
    const reply = await call('drafts.save', input);
    expect([codeOf(reply), sentenceOf(reply)]).toEqual(['invalid-input', message]);
  });

  it('no sentence shows the name of a field of the code', async () => {
    const reply = await call('queue.confirmSent', { id: 'r1', text: null, recipients: -1, sentAt: null });
    expect(sentenceOf(reply)).not.toMatch(/recipients/);
    expect(codeOf(reply)).toBe('invalid-input');
  });

  it('none of this is a bug', () => {
    expect(bugs).toEqual([]);
  });
});

describe('a bug', () => {
  it.each<[string, Handlers['drafts.save']]>([
    [
      'thrown at once',
      () => {
        throw new TypeError('cannot read properties of undefined');
      },
    ],
    ['thrown later', () => Promise.reject(new TypeError('cannot read properties of undefined'))],
  ])('%s becomes a numbered problem; the log has the number, the method and the cause', async (_when, handler) => {
    const { call, bugs } = door(handler);
    expect(await call('drafts.save', INPUT)).toEqual({
      ok: false,
      error: {
        code: 'internal',
        what: 'L’app ha avuto un problema interno (numero 4f7a).',
        why: 'Quello che avevi salvato è al sicuro.',
        remedy: 'Riprova; se succede ancora, segnala il numero all’assistenza.',
      },
    });
    expect(bugs).toMatchObject([{ id: '4f7a', cause: { message: 'drafts.save', cause: { name: 'TypeError' } } }]);
  });

  it('is also an answer that breaks the contract, where answers are checked', async () => {
    const wrong: Handlers['drafts.save'] = () => ok({ savedAt: 'adesso' });
    const checked = door(wrong);
    expect(codeOf(await checked.call('drafts.save', INPUT))).toBe('internal');
    expect(checked.bugs).toHaveLength(1);
    expect(codeOf(await door(wrong, false).call('drafts.save', INPUT))).toBe('done');
  });

  it('is also a problem without a remedy, where answers are checked', async () => {
    const speechless = problem({ code: 'draft-unknown', what: 'Questo testo non c’è più.', remedy: '' });
    const { call, bugs } = door(() => speechless);
    expect(codeOf(await call('drafts.save', INPUT))).toBe('internal');
    expect(bugs).toHaveLength(1);
  });
});

describe('trouble of storage', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_CORRUPT', 'database-damaged'],
    ['EROFS', 'folder-read-only'],
    ['EHOSTDOWN', 'drive-not-answering'],
  ])('%s is the problem %s, not a bug', async (code, problemCode) => {
    const { call, bugs } = door(() => {
      throw Object.assign(new Error('failed'), { code });
    });
    expect(codeOf(await call('drafts.save', INPUT))).toBe(problemCode);
    expect(bugs).toEqual([]);
  });
});

it('the contract joins the calls of the words and the outer ones, and none is lost to another of its name', () => {
  expect(Object.keys(contract)).toEqual([...Object.keys(appContract), ...Object.keys(outerContract)]);
});

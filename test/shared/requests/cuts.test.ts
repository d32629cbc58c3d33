import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CutPiece, type CutPoint, type CutRequest, joinRequests, splitRequest } from '#shared/requests/cuts.ts';
import type { Request } from '#shared/requests/request.ts';

const TEXT = 'Buongiorno, due avvisi.\n\n1) La biblioteca chiude.\n\n2) Via Roma è chiusa.\n\nGrazie, Giulia';
const LIBRARY = '1) La biblioteca chiude.';
const ROAD = '2) Via Roma è chiusa.';

const requestAt = (id: string, words: string, state: Request['state'] = 'open'): CutRequest => {
  const from = TEXT.indexOf(words);
  return { id, title: words, span: [from, from + words.length], state };
};
const two = (state?: Request['state']): readonly CutRequest[] => [
  requestAt('m-1', LIBRARY),
  requestAt('m-2', ROAD, state),
];
const selection = (words: string): CutPoint => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

const words = (text: string, pieces: readonly CutPiece[]) =>
  pieces.map(({ id, span, changed }) => [id, text.slice(span.from, span.to), changed]);
function cut(requests: readonly CutRequest[], id: string, at: CutPoint) {
  const pieces = splitRequest(TEXT, requests, id, at);
  return pieces.ok ? words(TEXT, pieces.value) : pieces.error.code;
}

describe('splitting (P12)', () => {
  it('at a offset makes two: the first stays the request, blanks at the cut belong to none', () => {
    expect(cut(two(), 'm-1', TEXT.indexOf(' chiude'))).toEqual([
      ['m-1', '1) La biblioteca', true],
      [null, 'chiude.', true],
      ['m-2', ROAD, false],
    ]);
  });

  it('around a selection makes a request of it and keeps what stands before and after', () => {
    expect(cut(two(), 'm-1', selection('biblioteca '))).toEqual([
      ['m-1', '1) La', true],
      [null, 'biblioteca', true],
      [null, 'chiude.', true],
      ['m-2', ROAD, false],
    ]);
    expect(cut(two(), 'm-1', selection('1) La biblioteca'))).toEqual([
      ['m-1', '1) La biblioteca', true],
      [null, 'chiude.', true],
      ['m-2', ROAD, false],
    ]);
  });

  it('a selection may be drawn backwards', () => {
    const [from, to] = selection('biblioteca') as [number, number];
    expect(cut(two(), 'm-1', [to, from])).toEqual(cut(two(), 'm-1', [from, to]));
  });

  it('takes in words of nobody: as part of the request when the selection covers it, else as a new one', () => {
    expect(cut(two(), 'm-2', selection(`${ROAD}\n\nGrazie`))).toEqual([
      ['m-1', LIBRARY, false],
      ['m-2', `${ROAD}\n\nGrazie`, true],
    ]);
    expect(cut(two(), 'm-2', selection('due avvisi.'))).toEqual([
      [null, 'due avvisi.', true],
      ['m-1', LIBRARY, false],
      ['m-2', ROAD, false],
    ]);
  });

  it.each<[string, CutPoint, string]>([
    ['at its beginning', TEXT.indexOf(LIBRARY), 'cut-empty'],
    ['after its end', TEXT.length, 'cut-empty'],
    ['before the e-mail', -5, 'cut-empty'],
    ['around nothing', [TEXT.indexOf('chiude'), TEXT.indexOf('chiude')], 'cut-empty'],
    ['around all of it', selection(LIBRARY), 'cut-empty'],
    ['around blanks', [TEXT.indexOf('\n\n2)'), TEXT.indexOf('2)')], 'cut-empty'],
    ['into the next request', selection('chiude.\n\n2)'), 'cut-other-request'],
  ])('is refused %s', (_where, at, code) => {
    expect(cut(two(), 'm-1', at)).toBe(code);
  });

  it('never cuts a character in half', () => {
    const text = 'Festa 🎉🎉 in piazza';
    const half = text.indexOf('🎉') + 3;
    const pieces = splitRequest(text, [{ id: 'm-1', title: '', span: [0, text.length], state: 'open' }], 'm-1', half);
    expect(pieces.ok && words(text, pieces.value)).toEqual([
      ['m-1', 'Festa 🎉', true],
      [null, '🎉 in piazza', true],
    ]);
  });

  it('needs an e-mail', () => {
    const typed: CutRequest = { id: 'scritta-1', title: 'Scritta', span: null, state: 'open' };
    expect(cut([typed], 'scritta-1', 3)).toBe('not-in-mail');
  });
});

describe('joining (P12)', () => {
  const join = (requests: readonly CutRequest[], id: string, other: string) => {
    const pieces = joinRequests(requests, id, other);
    return pieces.ok ? words(TEXT, pieces.value) : pieces.error.code;
  };

  it.each([
    ['m-1', 'm-2'],
    ['m-2', 'm-1'],
  ])('%s takes in %s with what stands between', (id, other) => {
    expect(join(two(), id, other)).toEqual([[id, `${LIBRARY}\n\n${ROAD}`, true]]);
  });

  it('only of neighbours in one e-mail', () => {
    const three = [requestAt('m-1', LIBRARY), requestAt('m-2', '2) Via'), requestAt('m-3', 'chiusa.')];
    expect(join(three, 'm-1', 'm-3')).toBe('join-apart');
    expect(join(three, 'm-1', 'm-1')).toBe('join-strangers');
    expect(join(three, 'm-1', 'altra-1')).toBe('join-strangers');
  });
});

describe('what is decided', () => {
  it.each(['forwarded', 'closed'] as const)('is never changed once %s', (state) => {
    expect(cut(two(state), 'm-2', TEXT.indexOf('Roma'))).toBe('request-decided');
    expect(joinRequests(two(state), 'm-1', 'm-2')).toMatchObject({ ok: false, error: { code: 'request-decided' } });
    expect(joinRequests(two(state), 'm-2', 'm-1').ok).toBe(false);
    expect(cut(two(state), 'm-1', selection('chiude.\n\n2) Via'))).toBe('cut-other-request');
    expect(cut(two(state), 'm-1', TEXT.indexOf('chiude'))).toHaveLength(3);
  });
});

/** Which request each word-bearing character belongs to; `undefined` where it belongs to none, a list where to several. */
function owners(text: string, requests: readonly CutRequest[]): readonly (readonly string[])[] {
  return [...text].map((character, at) =>
    /\s/.test(character)
      ? []
      : requests.filter(({ span }) => span && span[0] <= at && at < span[1]).map(({ id }) => id),
  );
}

const anyAct = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), which: fc.nat(9), at: fc.nat(70) }),
  fc.record({ kind: fc.constant('select' as const), which: fc.nat(9), from: fc.nat(70), to: fc.nat(70) }),
  fc.record({ kind: fc.constant('join' as const), which: fc.nat(9), other: fc.nat(9) }),
  fc.record({ kind: fc.constant('decide' as const), which: fc.nat(9) }),
);

it('whatever is split and joined, each asked word is in exactly one request, and decided ones stay as they are', () => {
  const anyText = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n'), { minLength: 10, maxLength: 70 });
  fc.assert(
    fc.property(anyText, fc.array(anyAct, { maxLength: 15 }), (characters, acts) => {
      const text = `x${characters.join('')}y`;
      const middle = Math.floor(text.length / 2);
      let requests: readonly CutRequest[] = [
        { id: '1', title: '1', span: [0, middle], state: 'open' },
        { id: '2', title: '2', span: [middle, text.length - 2], state: 'open' },
      ];
      let fresh = 2;
      for (const act of acts) {
        const request = requests[act.which % requests.length];
        if (!request) return;
        if (act.kind === 'decide') {
          requests = requests.map((one) => (one === request ? { ...one, state: 'closed' } : one));
          continue;
        }
        const { id } = request;
        const pieces =
          act.kind === 'join'
            ? joinRequests(requests, id, requests[act.other % requests.length]?.id ?? '')
            : splitRequest(text, requests, id, act.kind === 'split' ? act.at : [act.from, act.to]);
        if (!pieces.ok) continue;
        const before = owners(text, requests);
        const decided = requests.filter(({ state }) => state === 'closed');
        requests = pieces.value.map(({ id: known, span }) => {
          const was = requests.find((one) => one.id === known);
          return {
            id: known ?? String(++fresh),
            title: '',
            state: 'open' as const,
            ...was,
            span: [span.from, span.to] as [number, number],
          };
        });
        const after = owners(text, requests);
        expect(after.every((held) => held.length <= 1)).toBe(true);
        expect(after.flatMap((held, at) => (held.length < (before[at]?.length ?? 0) ? [at] : []))).toEqual([]);
        expect(requests.filter(({ state }) => state === 'closed')).toEqual(decided);
        expect(new Set(requests.map((one) => one.id)).size).toBe(requests.length);
        expect(requests.map(({ span }) => span?.[0] ?? 0)).toEqual(
          requests.map(({ span }) => span?.[0] ?? 0).toSorted((a, b) => a - b),
        );
      }
    }),
    { numRuns: 500 },
  );
});

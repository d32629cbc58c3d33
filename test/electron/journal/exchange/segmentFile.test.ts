import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSegment, encodeSegment } from '#electron/journal/exchange/segmentFile.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import { quarantineReasonSchema } from '#shared/journal/quarantine.ts';
import { parseSegmentName, segmentName } from '#shared/journal/segment.ts';
import { pen, requestReceived } from '../../../helpers/facts.ts';
import { stranger } from '../../../helpers/stranger.ts';

const identity = stranger(1);
const facts = pen(identity.dev).write('marta', requestReceived('r1'), requestReceived('r2'), requestReceived('r3'));
const segment = encodeSegment(facts, identity, undefined);

describe('a segment', () => {
  it('is read as it was written, and the same facts give the same bytes', () => {
    expect(decodeSegment(identity.dev, segment.name, segment.bytes)).toEqual({
      ok: true,
      value: { facts, isRead: true, key: identity.key, continues: undefined },
    });
    expect(encodeSegment(facts, identity, undefined)).toEqual(segment);
    expect(parseSegmentName(segment.name)).toMatchObject({ first: 1, last: 3 });
  });

  it('of another desk, of other positions, with a hole or in another order is broken', () => {
    const reasonOf = (file: { name: string; bytes: Uint8Array }, dev = identity.dev) => {
      const read = decodeSegment(dev, file.name, file.bytes);
      return read.ok ? 'read' : read.error;
    };
    expect(reasonOf(segment, 'altro0001')).toBe('broken');
    expect(
      reasonOf(
        encodeSegment(
          facts.filter((_, index) => index !== 1),
          identity,
          undefined,
        ),
      ),
    ).toBe('broken');
    expect(reasonOf(encodeSegment([...facts].reverse(), identity, undefined))).toBe('foreign');
    const { hash } = parseSegmentName(segment.name) ?? { hash: '' };
    expect(reasonOf({ ...segment, name: segmentName({ first: 2, last: 4, hash }) })).toBe('broken');
    expect(reasonOf({ ...segment, name: 'appunti.txt' })).toBe('foreign');
  });

  it('of any bytes is read or set aside for a reason that has words, never a fault of the program', () => {
    const named = (bytes: Uint8Array): string =>
      segmentName({ first: 1, last: 3, hash: sha256(Buffer.from(bytes).toString('latin1')) });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, rightName) => {
        const read = decodeSegment(identity.dev, rightName ? named(bytes) : segment.name, bytes);
        expect(read.ok ? undefined : quarantineReasonSchema.parse(read.error)).toBeDefined();
      }),
    );
  });

  it('with any byte changed, cut off or doubled is never taken for whole', () => {
    const change = fc.record({ at: fc.nat(segment.bytes.length - 1), byte: fc.nat(255), how: fc.nat(2) });
    fc.assert(
      fc.property(change, ({ at, byte, how }) => {
        const whole = Buffer.from(segment.bytes);
        const changed =
          how === 0
            ? Buffer.concat([whole.subarray(0, at), Buffer.from([byte]), whole.subarray(at + 1)])
            : how === 1
              ? whole.subarray(0, at)
              : Buffer.concat([whole.subarray(0, at), whole.subarray(at, at + 1), whole.subarray(at)]);
        fc.pre(!changed.equals(whole));
        expect(decodeSegment(identity.dev, segment.name, changed)).toEqual({ ok: false, error: 'torn' });
      }),
    );
  });

  it('signed rightly, with any value in place of a field, is read or set aside', () => {
    const [first] = facts;
    if (!first) throw new Error('Nessun fatto.');
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(first)), fc.jsonValue(), (field, value) => {
        const line = `${canonicalJson({ ...first, [field]: value } as unknown as Json)}\n`;
        const trailer = canonicalJson({ key: identity.key, sig: identity.sign(Buffer.from(line, 'utf8')) });
        const bytes = Buffer.from(`${line}${trailer}\n`, 'utf8');
        const name = segmentName({ first: 1, last: 1, hash: sha256(bytes.toString('utf8')) });
        const read = decodeSegment(identity.dev, name, bytes);
        if (read.ok) expect(read.value.facts).toEqual([first]);
        else expect(['broken', 'newer']).toContain(read.error);
      }),
    );
  });
});

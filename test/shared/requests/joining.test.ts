import { describe, expect, it } from 'vitest';
import type { RequestData } from '#shared/requests/facts.ts';
import { joinConflicts, joinedData } from '#shared/requests/joining.ts';

const NOTHING: RequestData = {
  sendDate: null,
  sendTime: null,
  link: null,
  office: null,
  category: null,
  reason: null,
};
const one: RequestData = { ...NOTHING, sendDate: '2026-11-30', office: 'Biblioteca', category: 'Servizi' };
const other: RequestData = {
  ...NOTHING,
  sendDate: '2026-12-02',
  sendTime: '10:00',
  link: 'https://www.comune.valdombra.example/novita/corso',
  office: 'Biblioteca',
};

describe('two requests that become one (P12)', () => {
  it('differ where both say something, and not the same', () => {
    expect(joinConflicts(one, other)).toEqual(['when']);
    expect(joinConflicts(one, one)).toEqual([]);
    expect(joinConflicts({ ...one, sendDate: other.sendDate }, other)).toEqual(['when']);
    expect(joinConflicts(NOTHING, other)).toEqual([]);
  });

  it('keep the data of the first, and take from the other what it lacks', () => {
    expect(joinedData(one, other)).toEqual({
      ...{ sendDate: '2026-11-30', sendTime: null, link: other.link },
      ...{ office: 'Biblioteca', category: 'Servizi' },
    });
  });

  it('take from the other what a person chose: the day with its hour, never half of it', () => {
    expect(joinedData(one, other, new Set(['when']))).toMatchObject({ sendDate: '2026-12-02', sendTime: '10:00' });
    expect(joinedData(one, NOTHING, new Set(['when', 'office']))).toMatchObject({
      sendDate: '2026-11-30',
      office: 'Biblioteca',
    });
    expect(joinedData(NOTHING, NOTHING)).toEqual({});
  });
});

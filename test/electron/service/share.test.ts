import { describe, expect, it } from 'vitest';
import type { Sharing } from '#electron/desk/sharing.ts';
import type { Exchange } from '#electron/journal/exchange/exchange.ts';
import { shareCases } from '#electron/service/share.ts';
import { openTownDesk } from '../../helpers/desk.ts';
import { SHARED } from '../../helpers/shares.ts';
import { LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const ACCEPTED = { by: LUCA.id, at: '2026-03-01T09:00:00.000Z' };

/** The use-cases over an exchange that stands as told. */
function opened(accepted = ACCEPTED) {
  const town = openTownDesk();
  const [, other] = SHARED.desks;
  if (!other) throw new Error('The fixture has no other desk.');
  const desks = [{ ...other, acceptedBy: accepted.by, acceptedAt: accepted.at }];
  const told: string[] = [];
  const exchange = { use: () => undefined, round: async () => undefined, state: () => ({ ...SHARED, desks }) };
  let name = 'Sportello 1';
  const sharing: Sharing = {
    exchange: exchange as unknown as Exchange,
    deskName: () => name,
    rename: (next) => {
      name = next;
    },
    nameOf: (dev) => dev,
    setOpen: () => undefined,
    expelled: () => undefined,
    expulsion: () => [],
    clock: { trouble: () => undefined, confirm: () => undefined },
  };
  const desk = { ...town.desk, tell: (topic: string) => told.push(topic) };
  const cases = shareCases(desk, {
    sharing,
    register: town.register,
    numbering: { collisions: () => [] } as never,
    openShare: undefined,
  });
  return { ...town, cases, told };
}
const told = ({ cases }: ReturnType<typeof opened>) => cases.state().newcomers.map(({ name, by }) => `${name} ${by}`);

describe('the head of sector', () => {
  it('is told of a desk that somebody else let in, until he looks at it; nobody else is', () => {
    const town = opened();
    town.desk.actAs(MARTA.id);
    expect(told(town)).toEqual([]);
    town.desk.actAs(ORNELLA.id);
    expect(told(town)).toEqual([`Sportello 2 ${LUCA.id}`]);
    town.cases.see({ dev: 'desk2' });
    expect(told(town)).toEqual([]);
    expect(town.told).toEqual(['share']);
  });

  it('is no more told after a week, nor of what he did himself', () => {
    const town = opened();
    town.desk.actAs(ORNELLA.id);
    town.clock.set('2026-03-08T08:59:00.000Z');
    expect(told(town)).toHaveLength(1);
    town.clock.set('2026-03-08T09:01:00.000Z');
    expect(told(town)).toEqual([]);
    const own = opened({ by: ORNELLA.id, at: ACCEPTED.at });
    own.desk.actAs(ORNELLA.id);
    expect(told(own)).toEqual([]);
  });
});

it('the name of the desk changes at once, also for a desk alone', () => {
  const town = opened();
  town.cases.rename({ name: ' Sportello 7 ' });
  expect(town.cases.state().deskName).toBe('Sportello 7');
  expect(town.told).toEqual(['share']);
});

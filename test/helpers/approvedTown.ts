/** Two desks and the head's laptop in one register, and a notice the head approves from any of them. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { temporaryFolder } from './folders.ts';
import { exchangeAll, joinAll, openTownDeskOn, type TownDesk } from './sharedTown.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca';
const TEXT = `Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 9 marzo 2026.\n\n${NEWS}`;
/** Thursday 5 March 2026 at 8:30, when the desk opens. */
const PLANNED = instantAt('2026-03-05', '08:30');

export interface ApprovedTown {
  readonly one: TownDesk;
  readonly two: TownDesk;
  readonly laptop: TownDesk;
  readonly all: readonly TownDesk[];
}

/** Marta at the first desk, which delivers, Luca at the second, Ornella at the laptop. */
export async function approvedTown(): Promise<ApprovedTown> {
  const shared = join(temporaryFolder(), 'PuntoSi');
  mkdirSync(shared);
  const one = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(one.app);
  await act(one.app, 'people.actAs', { id: 'marta' });
  const two = openTownDeskOn({ name: 'Sportello 2', shared });
  const laptop = openTownDeskOn({ name: 'Portatile', shared });
  await joinAll(one, two, laptop);
  await act(two.app, 'people.actAs', { id: 'luca' });
  await act(laptop.app, 'people.actAs', { id: 'ornella' });
  await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
  return { one, two, laptop, all: [one, two, laptop] };
}

/** A notice for 5 March that «Ornella» approves at a desk; its id. */
export async function approvedAt({ one, all }: ApprovedTown, desk: TownDesk): Promise<string> {
  const data = {
    ...{ sendDate: '2026-03-05', sendTime: null, link: NEWS, office: 'Biblioteca', category: 'Servizi' },
    reason: 'servizio' as const,
  };
  const written = { title: 'Biblioteca chiusa', text: TEXT, data, corrects: null };
  const { id } = await act(one.app, 'requests.write', written);
  const reasons = { prontuario: 'Concordato.', duplicati: 'Sono due avvisi diversi.' };
  await act(one.app, 'drafts.forward', { id, text: TEXT, reasons });
  await exchangeAll(...all);
  const { person } = await act(desk.app, 'people.session', {});
  await act(desk.app, 'people.actAs', { id: 'ornella' });
  const draft = (await act(desk.app, 'drafts.waiting', {})).find((waiting) => waiting.id === id);
  const seen = draft?.rewritten.hash ?? '';
  await act(desk.app, 'queue.approve', { id, seen, text: TEXT, route: 'cartella della ditta' });
  if (person) await act(desk.app, 'people.actAs', { id: person.id });
  await exchangeAll(...all);
  return id;
}

/** Lets the planned moment come, and everything that waits leave. */
export async function reachPlanned({ all }: ApprovedTown): Promise<void> {
  for (const { clock } of all) clock.set(clock.now() > PLANNED ? clock.now() : PLANNED);
  for (let round = 0; round < 2; round++) {
    await exchangeAll(...all);
    for (const { clock } of all) clock.advance(60_000);
  }
  await exchangeAll(...all);
}

/** What a desk gave to the program of the contractor. */
export const deliveriesOf = ({ folder }: TownDesk): readonly string[] =>
  readdirSync(join(folder, 'consegne-scelte')).filter((name) => name.endsWith('.json'));

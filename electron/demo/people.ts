import type { App } from '#electron/app.ts';
import type { Person } from '#shared/people/person.ts';
import type { Session } from '#shared/people/session.ts';

const at = (name: string): string => `${name}@comune.valdombra.example`;

/** The invented people of the invented town, in the order of its chains (P2). */
const VALDOMBRA_PEOPLE: readonly Person[] = [
  { id: 'marta', name: 'Marta Bellin', address: at('marta.bellin'), roles: ['operatore'], accounts: [] },
  { id: 'ornella', name: 'Ornella Vidal', address: at('ornella.vidal'), roles: ['capo settore'], accounts: [] },
  { id: 'luca', name: 'Luca Zennaro', address: at('luca.zennaro'), roles: ['operatore'], accounts: [] },
];

/** Puts the invented people, and whom to call when none of them is there, into an app that knows nobody yet. */
export async function seedPeople(app: App): Promise<void> {
  const session = await app.call('people.session', {});
  if (session.ok && (session.value as Session).people.length > 0) return;
  for (const person of VALDOMBRA_PEOPLE) await app.call('people.setPerson', person);
  await app.call('people.setEscalation', { name: 'Segreteria generale', reach: 'interno 100, piano terra' });
}

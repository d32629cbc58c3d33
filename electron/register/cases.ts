import type { Desk } from '#electron/desk/desk.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import { exportCases } from '#electron/register/export/export.ts';
import { deskViewCases } from '#electron/register/search/deskView.ts';
import { registerIndex } from '#electron/register/search/search.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { registerContract } from '#shared/register/contract.ts';
import { registerFacts } from '#shared/register/facts.ts';
import { NUMBER, type Numbering, numbering } from './numbering.ts';
import { registerCases } from './register.ts';
import { type RegisterStore, registerProjections, registerStore } from './store.ts';

/** What the register brings to the house. */
export const register = {
  facts: [registerFacts],
  blobs: {},
  projections: registerProjections,
  store: registerStore,
} satisfies Word<RegisterStore>;

export interface RegisterPorts {
  readonly store: RegisterStore;
  /** Why this desk gives no numbers now, or `undefined`: its clock is not proved, or it was expelled. */
  readonly mayNotNumber: () => Problem | undefined;
  /** Name of who asked for a notice, while it is known. */
  readonly askedBy: (id: string) => string | null;
  /** The decisions about its text that somebody wrote down for the head (P38), in words. */
  readonly heardOf: (id: string) => string | null;
}

/** The use-cases of the register (P40–P43), and who gives its numbers. */
export function openRegister(
  desk: Desk,
  { store, mayNotNumber, askedBy, heardOf }: RegisterPorts,
): OpenWord<typeof registerContract> & { readonly numbering: Numbering } {
  const numbers = numbering(desk, desk.database, store, mayNotNumber);
  const index = registerIndex(desk.database);
  const entry = registerCases(desk, { store, index, askedBy });
  const exported = exportCases(desk, { store, index, heardOf });
  const view = deskViewCases(desk);
  return {
    topic: 'register',
    numbering: numbers,
    programs: { [NUMBER]: numbers.program },
    waitsForShare: [NUMBER],
    received: () => desk.outbox.keep(numbers.corrections(), desk.now()),
    cases: {
      'register.list': ({ from, to }) => ok([...store.between(from, to)]),
      'register.search': (input) => ok(entry.search(input)),
      'register.page': (input) => ok(entry.page(input)),
      'register.place': (input) => ok(entry.place(input)),
      'register.get': ({ id }) => entry.detail(id),
      'register.export': exported.write,
      'register.openExport': exported.open,
      'register.view': () => ok(view.view()),
      'register.saveFilter': view.saveFilter,
      'register.removeFilter': ({ id }) => {
        view.removeFilter(id);
        return ok({});
      },
      'register.setLayout': (layout) => {
        view.setLayout(layout);
        return ok({});
      },
    },
  };
}

import type { Desk } from '#electron/desk/desk.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import { ok } from '#shared/kernel/result.ts';
import { bindingFacts } from '#shared/people/bindings.ts';
import type { peopleContract } from '#shared/people/contract.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import { noteBlobs, noteFacts } from '#shared/people/notes/facts.ts';
import { pinFacts } from '#shared/people/pin.ts';
import { senderBlobs, senderFacts } from '#shared/people/profile/directory.ts';
import { profileBlobs, profileFacts } from '#shared/people/profile/facts.ts';
import { bindPerson } from './bindings.ts';
import { resolveConflict } from './conflicts.ts';
import { noteStore } from './notes/noteStore.ts';
import { noteCases } from './notes/notes.ts';
import {
  actAs,
  comeBack,
  dropAbsence,
  dropPlan,
  orderChain,
  orderChainFrom,
  retire,
  saveAbsence,
  saveEscalation,
  savePerson,
  viewRoster,
} from './people.ts';
import { removePin, setPin } from './pin.ts';
import { changeTown, confirmTown, exportTown, forgoSender, nameTownSender, readTown, viewTown } from './profile.ts';
import { roleNews, seeRoleChange } from './roleNews.ts';
import { sessionOf } from './session.ts';
import { peopleProjections, peopleStore } from './store.ts';

/** The facts, projections and use-cases of the word `people`. */
export const people = {
  facts: [peopleFacts, profileFacts, senderFacts, bindingFacts, pinFacts, noteFacts],
  blobs: { ...profileBlobs, ...senderBlobs, ...noteBlobs },
  projections: peopleProjections,
  store: peopleStore,
} satisfies Word<unknown>;

export interface PeoplePorts {
  /** The invented town: own data, nothing leaves (P64). */
  readonly training: boolean;
}

/** The use-cases of the people (P1–P3, P6). */
export function openPeople(desk: Desk, { training }: PeoplePorts): OpenWord<typeof peopleContract> {
  const notes = noteCases(desk, noteStore(desk.database));
  return {
    topic: 'people',
    cases: {
      'people.notes': ({ about }) => ok([...notes.about(about)]),
      'people.writeNote': notes.write,
      'people.readNote': notes.read,
      'people.session': () => ok(sessionOf(desk, training)),
      'people.setPerson': (input) => savePerson(desk, input),
      'people.retire': ({ id }) => retire(desk, id),
      'people.comeBack': ({ id }) => comeBack(desk, id),
      'people.roleNews': () => ok([...roleNews(desk)]),
      'people.seeRoleChange': (input) => seeRoleChange(desk, input),
      'people.bind': (input) => bindPerson(desk, input),
      'people.enterPin': ({ person, pin }) => desk.pin.enter(person, pin),
      'people.setPin': (input) => setPin(desk, input),
      'people.removePin': (input) => removePin(desk, input),
      'people.forgetPin': () => {
        desk.pin.forget();
        return ok({});
      },
      'people.actAs': ({ id, opens }) => actAs(desk, id, opens),
      'people.roster': () => ok(viewRoster(desk)),
      'people.town': () => ok(viewTown(desk)),
      'people.setTown': ({ changes }) => changeTown(desk, changes),
      'people.confirmTown': ({ field, how }) => confirmTown(desk, field, how),
      'people.nameSender': (sender) => nameTownSender(desk, sender),
      'people.dropSender': ({ address }) => forgoSender(desk, address),
      'people.exportTown': () => exportTown(desk),
      'people.readTown': ({ from }) => readTown(desk, from),
      'people.settle': (input) => resolveConflict(desk, input),
      'people.setAbsence': (input) => saveAbsence(desk, input),
      'people.removeAbsence': ({ id }) => dropAbsence(desk, id),
      'people.setEscalation': (input) => saveEscalation(desk, input),
      'people.setChain': ({ phase, people }) => orderChain(desk, phase, people),
      'people.planChain': (plan) => orderChainFrom(desk, plan),
      'people.removePlan': (plan) => dropPlan(desk, plan),
    },
  };
}

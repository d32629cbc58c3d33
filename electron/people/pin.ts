import type { Desk, Done } from '#electron/desk/desk.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { bindingNow, isBoundTo } from '#shared/people/bindings.ts';
import type { Person } from '#shared/people/person.ts';
import { checkPin, pinFact } from '#shared/people/pin.ts';

/** Who sits here, who must be a head of sector where she decides from. */
function headHere(desk: Desk): Result<Person, Problem> {
  const person = desk.person();
  if (!person?.roles.includes('capo settore')) {
    return problem({
      code: 'pin-not-yours',
      what: 'Il PIN è del capo settore, e lo sceglie lui.',
      remedy: 'Fallo scegliere a lui, con il suo nome alla postazione.',
    });
  }
  const binding = bindingNow(desk.journal.factsOf(`binding/${person.id}`));
  if (binding && !isBoundTo(binding, { dev: desk.journal.device(), account: desk.account })) {
    return problem({
      code: 'pin-not-here',
      what: `${person.name} cambia il suo PIN solo da dove approva.`,
      remedy: 'Fallo da lì: in Impostazioni, Persone, «Da dove approva…» dice quali postazioni e account sono.',
    });
  }
  return ok(person);
}

/** Keeps what `person` decided, unless somebody else sat down while the PIN was checked. */
function keepOf(desk: Desk, person: Person, fact: () => ReturnType<typeof pinFact>): Done {
  if (desk.person()?.id === person.id) return desk.keep(ok([fact()]));
  return problem({
    code: 'person-changed',
    what: 'Intanto alla postazione si è seduta un’altra persona: il PIN non è cambiato.',
    remedy: 'Torna al tuo nome, poi ripeti.',
  });
}

/** The head who sits here chooses her PIN or another one (P6): that needs the present one, typed now. */
export async function setPin(
  desk: Desk,
  { pin, current }: { readonly pin: string; readonly current: string },
): Promise<Done> {
  const head = headHere(desk);
  if (!head.ok) return head;
  const chosen = checkPin(pin);
  if (!chosen.ok) return chosen;
  const { id } = head.value;
  const entered = await desk.pin.enter(id, current);
  if (!entered.ok) return entered;
  const made = await desk.pin.make(id, chosen.value);
  return keepOf(desk, head.value, () => pinFact('pin.set', `pin/${id}`, made));
}

/** The head takes her PIN away with the PIN itself; one that was forgotten is taken away by another head (P1, P6). */
export async function removePin(
  desk: Desk,
  { person, current }: { readonly person: string; readonly current: string },
): Promise<Done> {
  const head = headHere(desk);
  if (!head.ok) return head;
  if (!desk.pin.isSet(person)) {
    return problem({
      code: 'no-pin',
      what: 'Non c’è nessun PIN da togliere.',
      remedy: 'Continua pure: per approvare non serve.',
    });
  }
  const isOwn = head.value.id === person;
  const entered = isOwn ? await desk.pin.enter(person, current) : ok({});
  if (!entered.ok) return entered;
  const locked = isOwn ? undefined : desk.pin.needed(head.value);
  if (locked) return err(locked);
  return keepOf(desk, head.value, () => pinFact('pin.removed', `pin/${person}`, { person }));
}

import type { Desk } from '#electron/desk/desk.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import { wake } from '#shared/requests/waiting.ts';
import type { RequestStore } from './store.ts';

/** Wakes the requests whose pause ends today or ended while no desk was on (P17). Every desk may: the fact counts once. */
export function wakeRequests(desk: Desk, store: RequestStore): void {
  const today = romeOf(desk.now()).day;
  desk.keep(ok(store.toWake(today).flatMap((request) => wake(request, today))));
}

import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { BUILT_IN_PROFILES } from '#shared/people/profile/builtIn.ts';
import type { ProfileSource, ReadProfile, TownView } from '#shared/people/profile/contract.ts';
import {
  confirmProfile,
  dropSender,
  mayChangeProfile,
  nameSender,
  type ProfileChange,
  type ProfileKeeping,
  setProfile,
} from '#shared/people/profile/decide.ts';
import { PROFILE_FIELDS, type Profile, type ProfileField } from '#shared/people/profile/profile.ts';
import { readProfileFile } from '#shared/people/profile/readFile.ts';
import { type Sender, senderOf } from '#shared/people/profile/senders.ts';
import { nameOf } from '#shared/people/roster.ts';

/** Longer than any profile, the addresses of a big town included. */
const FILE_LIMIT_BYTES = 2_000_000;
const FILE_ENDING = '.profilo.json';

/** Every datum of the municipality, who wrote it and who confirmed it (P4). */
export function viewTown(desk: Desk): TownView {
  const { profile, entries, directory } = desk.town();
  const roster = desk.roster();
  const moment = desk.context();
  const may = moment.ok ? mayChangeProfile(moment.value) : moment;
  const named = <Act extends { readonly by: string }>(act: Act): Act => ({ ...act, by: nameOf(roster, act.by) });
  return {
    fields: PROFILE_FIELDS.map((field) => {
      const { set: last = null, confirmed = null } = entries.get(field) ?? {};
      const set = field === 'senders' ? (directory.last ?? last) : last;
      return {
        field,
        toConfirm: profile.toConfirm.includes(field),
        written: set && { by: named(set).by, at: set.at },
        confirmed: confirmed && named(confirmed),
      };
    }),
    readOnly: may.ok ? null : may.error,
  };
}

/** Writes values of the profile, all or none. */
export const changeTown = (desk: Desk, changes: readonly ProfileChange[]): Done =>
  decided(desk, (context) => setProfile(context, desk.town(), changes, keepingOf(desk)));

/** Puts one on the list of those who may ask, or describes him or her anew (P13). */
export const nameTownSender = (desk: Desk, sender: Omit<Sender, 'since'>): Done =>
  decided(desk, (context) => nameSender(context, desk.town(), { ...sender, since: null }, keepingOf(desk)));

/** Takes one off the list of those who may ask. */
export const forgoSender = (desk: Desk, address: string): Done =>
  decided(desk, (context) => dropSender(context, desk.town(), address, keepingOf(desk)));

const keepingOf = ({ blobs, newId }: Desk): ProfileKeeping => ({
  newId,
  keep: (value) => blobs.put(new TextEncoder().encode(canonicalJson(value))),
});

/** Keeps what a rule decides that may put blobs aside: a full disk is a problem, not a bug. */
function decided(desk: Desk, rule: (context: Context) => Result<readonly NewFact[], Problem>): Done {
  const moment = desk.context();
  if (!moment.ok) return moment;
  const decision = storageResult(() => rule(moment.value));
  return decision.ok ? desk.keep(decision.value) : decision;
}

/** Records that the municipality confirmed a datum. */
export const confirmTown = (desk: Desk, field: ProfileField, how: string | null): Done =>
  decided(desk, (context) => confirmProfile(context, desk.town(), field, how, keepingOf(desk)));

/** Writes the profile as one file into the folder a person chooses; null when none was chosen. */
export async function exportTown(desk: Desk): Promise<Result<{ file: string | null }, Problem>> {
  const folder = await desk.system.chooseFolder('Dove salvare il profilo del Comune', null);
  if (!folder.ok) return folder;
  if (folder.value === null) return ok({ file: null });
  const { profile } = desk;
  const file = `${profile.id}${FILE_ENDING}`;
  const content = `${JSON.stringify(profile, null, 2)}\n`;
  return map(await desk.files.write([{ path: join(folder.value, file), content }]), () => ({ file }));
}

async function fileChosen(desk: Desk): Promise<Result<string | null, Problem>> {
  const chosen = await desk.system.chooseFile('Il profilo da importare', ['json']);
  if (!chosen.ok || chosen.value === null) return chosen;
  return map(await desk.files.read(chosen.value, FILE_LIMIT_BYTES), (bytes) => new TextDecoder().decode(bytes));
}

/** What a built-in profile or a file says otherwise than the present one; nothing is changed. Null: no file was chosen. */
export async function readTown(desk: Desk, from: ProfileSource): Promise<Result<ReadProfile | null, Problem>> {
  const builtIn = BUILT_IN_PROFILES.find(({ id }) => id === from);
  if (builtIn) return ok(compared(desk.profile, builtIn, 0));
  const text = await fileChosen(desk);
  if (!text.ok) return text;
  if (text.value === null) return ok(null);
  const read = readProfileFile(text.value);
  return read.ok ? ok(compared(desk.profile, read.value.profile, read.value.unknown)) : read;
}

/** A list from elsewhere: who may ask there was confirmed by another town, but for those who are known here alike. */
const sendersFrom = (then: Profile, now: Profile): Profile['senders'] =>
  then.senders.map((one) => {
    const read = { ...one, confirmed: false, since: null };
    const here = senderOf(now.senders, one.address);
    const isKnown = here && canonicalJson({ ...here, confirmed: false, since: null }) === canonicalJson(read);
    return isKnown ? here : read;
  });

function compared(now: Profile, other: Profile, unknown: number): ReadProfile {
  const then = { ...other, senders: sendersFrom(other, now) };
  const differs = (field: ProfileField) => canonicalJson(now[field] as Json) !== canonicalJson(then[field] as Json);
  return { profile: then, fields: PROFILE_FIELDS.filter(differs), isOtherTown: now.id !== then.id, unknown };
}

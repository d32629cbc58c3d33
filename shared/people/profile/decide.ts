import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import { headOf } from '#shared/people/roster.ts';
import { removeSender, type SenderKeeping, setSender, setSenders } from './directory.ts';
import { PERSONAL_FIELDS, type ProfileValue, profileFact } from './facts.ts';
import { FIELD_WORDS } from './fieldWords.ts';
import { mailAccountSchema } from './mailAccount.ts';
import { type Profile, type ProfileField, profileFieldSchemas } from './profile.ts';
import type { Sender } from './senders.ts';
import type { Town } from './town.ts';

/** A new value of one field. */
export interface ProfileChange {
  readonly field: ProfileField;
  /** As it came: the schema of the field judges it. */
  readonly value: unknown;
}

/** Whether who sits here may change the data of the municipality: the head, and anybody until there is one (P4). */
export const mayChangeProfile = (context: Context): Result<void, Problem> =>
  headOf(context.roster) === undefined
    ? ok(undefined)
    : requireRole(context, 'capo settore', 'cambiare i dati del Comune');

/** Whether only a part of the mail account is written that nobody had written. */
function isFillingAccount(before: Profile['mailAccount'], value: unknown): boolean {
  const after = mailAccountSchema.safeParse(value).data;
  const isSame = (part: keyof Profile['mailAccount']): boolean =>
    before[part] === null || JSON.stringify(before[part]) === JSON.stringify(after?.[part]);
  return isSame('receiving') && isSame('sending') && isSame('access');
}

/** Whether a change only writes an address that nobody knew, so that a notice may leave while the head is away (P32). */
function isFilling({ profile }: Town, { field, value }: ProfileChange): boolean {
  if (field === 'mailbox' || field === 'mayor') return profile[field] === null;
  if (field === 'mailAccount') return isFillingAccount(profile.mailAccount, value);
  if (field !== 'contractor' || profile.contractor.address !== null) return false;
  const parsed = profileFieldSchemas.contractor.safeParse(value);
  return parsed.success && (parsed.data as Profile['contractor']).name === profile.contractor.name;
}

/** What writing needs of the desk: `keep` puts what names persons aside and gives its hash. */
export interface ProfileKeeping {
  readonly keep: (value: ProfileValue) => string;
  readonly newId: () => string;
}

const keepingOf = ({ now }: Context, { keep, newId }: ProfileKeeping): SenderKeeping => ({
  today: romeOf(now).day,
  newId,
  keep,
});

/** Whether who sits here may say who may ask: the head, and an operator, to whom the requests come (P13). */
function mayNameSenders(context: Context): Result<void, Problem> {
  const isHead = mayChangeProfile(context);
  return isHead.ok ? isHead : requireRole(context, 'operatore', 'scrivere chi può chiedere');
}

/** Puts one on the list of those who may ask, or describes him or her anew. Problem `not-your-role`. */
export function nameSender(
  context: Context,
  town: Town,
  sender: Sender,
  keeping: ProfileKeeping,
): Result<readonly NewFact[], Problem> {
  const may = mayNameSenders(context);
  return may.ok ? ok(setSender(town.directory, sender, keepingOf(context, keeping))) : may;
}

/** Takes one off the list of those who may ask. Problem `not-your-role`. */
export function dropSender(
  context: Context,
  town: Town,
  address: string,
  keeping: ProfileKeeping,
): Result<readonly NewFact[], Problem> {
  const may = mayNameSenders(context);
  return may.ok ? ok(removeSender(town.directory, address, keepingOf(context, keeping))) : may;
}

/**
 * Writes values of the profile, all or none; an address nobody knew may be written by who needs it. It stays to be confirmed.
 * A value that is there already makes no fact. Problems: `not-your-role`,
 * `profile-value` (which datum, and what is expected).
 */
export function setProfile(
  context: Context,
  town: Town,
  changes: readonly ProfileChange[],
  keeping: ProfileKeeping,
): Result<readonly NewFact[], Problem> {
  const may = mayChangeProfile(context);
  const mayFill = requireRole(context, 'operatore', '').ok && changes.every((change) => isFilling(town, change));
  if (!may.ok && !mayFill) return may;
  const facts: NewFact[] = [];
  for (const { field, value } of changes) {
    const parsed = profileFieldSchemas[field].safeParse(value);
    const { label, expected } = FIELD_WORDS[field];
    if (!parsed.success) {
      return problem({ code: 'profile-value', what: `«${label}»: così non va.`, remedy: expected });
    }
    const written = parsed.data as ProfileValue;
    if (canonicalJson(written) === canonicalJson(town.profile[field] as Json)) continue;
    if (field === 'senders') {
      facts.push(...setSenders(town.directory, parsed.data as Profile['senders'], keepingOf(context, keeping)));
      continue;
    }
    const content = PERSONAL_FIELDS.includes(field) ? { blob: keeping.keep(written) } : { value: written };
    facts.push(profileFact('profile.set', `profile/${field}`, content));
  }
  return ok(facts);
}

/** Records that the municipality confirmed a datum, and how. Problems: `not-your-role`, `profile-confirmed`. */
export function confirmProfile(
  context: Context,
  town: Town,
  field: ProfileField,
  how: string | null,
  keeping: ProfileKeeping,
): Result<readonly NewFact[], Problem> {
  const may = mayChangeProfile(context);
  if (!may.ok) return may;
  if (!town.profile.toConfirm.includes(field)) {
    return problem({
      code: 'profile-confirmed',
      what: `«${FIELD_WORDS[field].label}» è già confermato.`,
      remedy: 'Non serve fare altro.',
    });
  }
  const everybody = field === 'senders' ? town.directory.senders.filter(({ confirmed }) => !confirmed) : [];
  return ok([
    profileFact('profile.confirmed', `profile/${field}`, { how }),
    ...everybody.flatMap((sender) =>
      setSender(town.directory, { ...sender, confirmed: true }, keepingOf(context, keeping)),
    ),
  ]);
}

import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { BUILT_IN_PROFILES } from '#shared/people/profile/builtIn.ts';
import { type Profile, profileIn } from '#shared/people/profile/profile.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { CommandCall } from './command.ts';
import { readInput } from './files.ts';

const BUILT_IN: readonly Profile[] = [...BUILT_IN_PROFILES, valdombra];

const MAXIMUM_BYTES = 5_000_000;

const listOf = (words: string | undefined): readonly string[] =>
  words
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '') ?? [];

const profileUnknown = (nameOrFile: string): Result<never, Problem> =>
  problem({
    code: 'profile-unknown',
    what: `Il profilo «${nameOrFile}» non si trova o non è un file JSON.`,
    remedy: `Usa un file, oppure uno di questi: ${BUILT_IN.map(({ id }) => id).join(', ')}.`,
  });

async function readProfile(nameOrFile: string): Promise<Result<Profile, Problem>> {
  const known = BUILT_IN.find(({ id }) => id === nameOrFile);
  if (known) return ok(known);
  const bytes = await readInput(nameOrFile, MAXIMUM_BYTES);
  if (!bytes.ok) return profileUnknown(nameOrFile);
  try {
    const content: unknown = JSON.parse(Buffer.from(bytes.value).toString('utf8'));
    if (typeof content !== 'object' || content === null) return profileUnknown(nameOrFile);
    const parsed = profileIn(content);
    if (parsed.success) return ok(parsed.data);
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return problem({
      code: 'profile-invalid',
      what: `Il profilo «${nameOrFile}» non è completo: controlla «${field}».`,
      remedy: 'Correggi il file, oppure esportane uno dall’app.',
    });
  } catch {
    return profileUnknown(nameOrFile);
  }
}

/** The profile of `--profile` (Rubano by default), with the hosts and mail domains given besides. */
export async function profileOf(call: CommandCall): Promise<Result<Profile, Problem>> {
  const profile = await readProfile(call.option('profile') ?? rubano.id);
  if (!profile.ok) return profile;
  const { hosts, mailDomains } = profile.value;
  return ok({
    ...profile.value,
    hosts: [...hosts, ...listOf(call.option('hosts'))],
    mailDomains: [...mailDomains, ...listOf(call.option('mail-domains'))],
  });
}

import { readFileSync } from 'node:fs';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Profile, profileSchema } from '#shared/people/profile.ts';
import { rubano } from '#shared/people/profiles/rubano.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import type { CommandCall } from './command.ts';

const BUILT_IN: readonly Profile[] = [rubano, valdombra];

const listOf = (words: string | undefined): readonly string[] =>
  words
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '') ?? [];

function readProfile(nameOrFile: string): Result<Profile, Problem> {
  const known = BUILT_IN.find(({ id }) => id === nameOrFile);
  if (known) return ok(known);
  try {
    const parsed = profileSchema.safeParse(JSON.parse(readFileSync(nameOrFile, 'utf8')));
    if (parsed.success) return ok(parsed.data);
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return problem(
      'profile-invalid',
      `Il profilo «${nameOrFile}» non è completo: controlla «${field}».`,
      'Correggi il file, oppure esportane uno dall’app.',
    );
  } catch {
    return problem(
      'profile-unknown',
      `Il profilo «${nameOrFile}» non si trova o non è un file JSON.`,
      `Usa un file, oppure uno di questi: ${BUILT_IN.map(({ id }) => id).join(', ')}.`,
    );
  }
}

/** The profile of `--profile` (Rubano by default), with the hosts and mail domains given besides. */
export function profileOf(call: CommandCall): Result<Profile, Problem> {
  const profile = readProfile(call.option('profile') ?? rubano.id);
  if (!profile.ok) return profile;
  const { hosts, mailDomains } = profile.value;
  return ok({
    ...profile.value,
    hosts: [...hosts, ...listOf(call.option('hosts'))],
    mailDomains: [...mailDomains, ...listOf(call.option('mail-domains'))],
  });
}

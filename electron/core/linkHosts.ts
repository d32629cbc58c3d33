import type { Profile } from '#shared/people/profile/profile.ts';

/** The sites whose pages the app opens (P4): the institutional ones, and the one where the Prontuario is published. */
export function linkHosts({ hosts, prontuario }: Pick<Profile, 'hosts' | 'prontuario'>): readonly string[] {
  const house = prontuario === null ? undefined : URL.parse(prontuario)?.hostname;
  return house === undefined || hosts.includes(house) ? hosts : [...hosts, house];
}

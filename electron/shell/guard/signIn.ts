/** Which page may be opened for a sign-in to the post: the core says which, and it is no page of the town. */
import type { Shell } from 'electron';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** Opens the page on which a person gives an access: encrypted, and with no name or password inside. */
export async function openSignIn(shell: Pick<Shell, 'openExternal'>, address: string): Promise<Result<null, Problem>> {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    return problem({
      code: 'sign-in-refused',
      what: 'L’indirizzo della pagina di accesso non è protetto: l’app non lo apre.',
      remedy: 'Fai controllare gli indirizzi di accesso a chi gestisce la posta.',
    });
  }
  try {
    await shell.openExternal(url.href);
    return ok(null);
  } catch {
    return problem({
      code: 'sign-in-not-opened',
      what: 'Il computer non ha aperto la pagina di accesso.',
      remedy: 'Controlla che il computer abbia un browser predefinito, poi riprova.',
    });
  }
}

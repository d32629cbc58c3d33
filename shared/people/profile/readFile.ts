import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { FIELD_WORDS } from './fieldWords.ts';
import { isProfileField, type Profile, profileIn } from './profile.ts';

/** A profile read from a file, and how many of its data this version of the app does not know. */
export interface ProfileFile {
  readonly profile: Profile;
  readonly unknown: number;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Reads a profile exported by the app, this version or another, or written by hand. Problem `profile-invalid`. */
export function readProfileFile(text: string): Result<ProfileFile, Problem> {
  const content = parsed(text);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return problem({
      code: 'profile-invalid',
      what: 'Il file non è un profilo di Avvisi PuntoSi.',
      why: 'Nulla è cambiato.',
      remedy: 'Scegli un file salvato con «Esporta…», anche di un altro Comune.',
    });
  }
  const read = profileIn(content);
  if (read.success) {
    const unknown = Object.keys(content).filter((name) => name !== 'toConfirm' && !isProfileField(name)).length;
    return ok({ profile: read.data, unknown });
  }
  const name = String(read.error.issues[0]?.path[0] ?? '');
  const words = isProfileField(name) ? FIELD_WORDS[name] : undefined;
  return problem({
    code: 'profile-invalid',
    what: words ? `Nel file «${words.label}» non va bene.` : 'Il file non è un profilo completo.',
    why: 'Nulla è cambiato.',
    remedy: words
      ? `${words.expected} Poi ripeti.`
      : 'Esporta di nuovo il profilo dal Comune da cui viene, poi ripeti.',
  });
}

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs bytes as a program of the office would, with a key and a certificate made for this run. */
export interface Signer {
  /** The envelope, in the form that `options` of `openssl cms -sign` ask for; by default DER, with the content. */
  readonly sign: (content: Uint8Array, ...options: readonly string[]) => Uint8Array;
}

/** A signer of an invented person, its key in `folder`: the second implementation our reader is held against. */
export function openSigner(folder: string): Signer {
  const run = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  run(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/C=IT/O=Prova/CN=Persona Inventata'],
    ...['-keyout', 'chiave.pem', '-out', 'certificato.pem'],
  );
  return {
    sign: (content, ...options) => {
      writeFileSync(join(folder, 'contenuto'), content);
      const form = options.includes('-outform') ? [] : ['-outform', 'DER'];
      const whole = options.includes('-detached') ? [] : ['-nodetach'];
      run(
        ...['cms', '-sign', '-binary', '-in', 'contenuto', '-out', 'busta'],
        ...['-signer', 'certificato.pem', '-inkey', 'chiave.pem'],
        ...[...form, ...whole, ...options.filter((option) => option !== '-detached')],
      );
      return readFileSync(join(folder, 'busta'));
    },
  };
}

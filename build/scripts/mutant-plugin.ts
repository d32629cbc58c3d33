import type { Plugin } from 'vite';

/** A source file broken on purpose: `PUNTOSI_MUTANT={"file": …, "from": …, "to": …}`. */
interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Breaks one source while a test runs that must notice it; a text that is not there exactly once is an error. */
export function mutantPlugin(text: string | undefined): Plugin[] {
  if (text === undefined) return [];
  const { file, from, to } = JSON.parse(text) as Mutant;
  return [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (source, id) => {
        if (!id.split('?')[0]?.endsWith(`/${file}`)) return undefined;
        if (source.split(from).length !== 2) throw new Error(`MUTANT DOES NOT APPLY: ${file}: ${from}`);
        console.log(`MUTANT APPLIED: ${file}`);
        return source.replace(from, () => to);
      },
    },
  ];
}

/** What `npm run new` can make: for each kind its names, its files and what is left to do by hand. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PLACES, WORDS } from './places.ts';

/** A template, where it goes, and what stands in its places besides the imports. */
interface Scaffold {
  readonly files: readonly (readonly [template: string, path: string])[];
  readonly values: Readonly<Record<string, string>>;
  /** Italian sentences. */
  readonly next: readonly string[];
}

export interface Kind {
  /** What follows `npm run new --`. */
  readonly usage: string;
  readonly name: RegExp;
  /** What to write for a name that fits, in the project at `root`. */
  readonly plan: (root: string, name: readonly string[]) => Scaffold;
}

const WORD = WORDS.join('|');
const KEBAB = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const CAMEL = '[a-z][A-Za-z0-9]*';
const run = (test: string): string => `Prova: npx --no-install vitest run --config build/vitest.config.ts ${test}`;
const camelOf = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The number after the last of the files in a folder, in steps. */
function nextNumber(folder: string, step: number, digits: number): string {
  const numbers = readdirSync(folder).map((file) => Number(/^(\d+)-/.exec(file)?.[1] ?? 0));
  return String(Math.max(0, ...numbers) + step).padStart(digits, '0');
}

/** The id after the last rule with this letter; `Z01` for a letter nobody has. */
function nextRuleId(root: string, letter: string): string {
  const sources = globSync(`${PLACES.allRules}/**/*.ts`, { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const ids = sources.flatMap((source) => [...source.matchAll(/\bid: '([A-Z])(\d\d)'/g)]);
  const numbers = ids.filter(([, first]) => first === letter).map(([, , number]) => Number(number));
  return `${letter}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

const rule: Kind = {
  usage: 'rule LETTERA famiglia/nomeRegola     (npm run new -- rule D dates/pastYear)',
  name: new RegExp(`^([A-Z]) (${CAMEL})/(${CAMEL})$`),
  plan: (root, [letter = '', family = '', name = '']) => {
    const [path, test] = [`${PLACES.rules}/${family}/${name}.ts`, `${PLACES.ruleTests}/${family}/${name}.test.ts`];
    const id = nextRuleId(root, letter);
    return {
      files: [
        ['rule.ts', path],
        ['rule.test.ts', test],
      ],
      values: { id, name, own: `#${path}`, context: relative(dirname(test), PLACES.ruleContext) },
      next: [
        `Nomina ${name} in ${PLACES.catalogue}.`,
        'Scrivi titolo, perché, fonte ed esempi, poi il controllo.',
        run(test),
      ],
    };
  },
};

const caseOf: Kind = {
  usage: 'case emails|drafts/nome-del-caso     (npm run new -- case emails/two-dates)',
  name: new RegExp(`^(emails|drafts)/(${KEBAB})$`),
  plan: (_root, [family = '', name = '']) => {
    const folder = `${PLACES.cases}/${family}/${name}`;
    const isMail = family === 'emails';
    const test = isMail
      ? 'test/electron/requests/reading/emailCases.test.ts'
      : 'test/shared/drafts/style/cases.test.ts';
    return {
      files: isMail
        ? [['case-emails.eml', `${folder}/input.eml`]]
        : [
            ['case-drafts', `${folder}/input.txt`],
            ['case-drafts.json', `${folder}/expected.json`],
          ],
      values: { name },
      next: isMail
        ? ['Scrivi l’e-mail.', `UPDATE=1 scrive expected.json: leggilo prima di tenerlo.`, run(test)]
        : ['Scrivi il testo e, in expected.json, quello che una persona si aspetta.', run(test)],
    };
  },
};

const fact: Kind = {
  usage: 'fact parola/soggettoParticipio       (npm run new -- fact requests/requestAnnotated)',
  name: new RegExp(`^(${WORD})/([a-z]+)([A-Z][A-Za-z0-9]*)$`),
  plan: (_root, [word = '', subject = '', done = '']) => {
    const name = `${subject}${done}`;
    const type = `${subject}.${done.charAt(0).toLowerCase()}${done.slice(1)}`;
    const [path, test] = [`${PLACES.shared}/${word}/${name}.ts`, `${PLACES.sharedTests}/${word}/${name}.test.ts`];
    return {
      files: [
        ['fact.ts', path],
        ['fact.test.ts', test],
      ],
      values: { name, type, own: `#${path}` },
      next: [
        `Aggiungi '${type}': ${name}Schema in ${PLACES.shared}/${word}/facts.ts.`,
        `La sua frase in ${PLACES.shared}/${word}/story.ts: '${type}': ({ actor, body }, { person }) => \`\${person(actor)} ha …\${because(body.why)}\`,`,
        `Una riga con la frase intera in ${PLACES.storyRows}.`,
        'Il compilatore chiede che cosa ne fa chi ripiega i fatti; chi lo decide è la regola della parola.',
        run(test),
      ],
    };
  },
};

const migration: Kind = {
  usage: 'migration nome                       (npm run new -- migration saved-filters)',
  name: new RegExp(`^(${KEBAB})$`),
  plan: (root, [kebab = '']) => {
    const number = nextNumber(join(root, PLACES.migrations), 10, 3);
    const [path, test] = [`${PLACES.migrations}/${number}-${kebab}.ts`, `${PLACES.migrationTests}/${number}.test.ts`];
    const name = camelOf(kebab);
    return {
      files: [
        ['migration.ts', path],
        ['migration.test.ts', test],
      ],
      values: { name, number, version: String(Number(number)), table: kebab.replaceAll('-', '_'), own: `#${path}` },
      next: [
        `Aggiungi ${name}Migration in fondo a ${PLACES.migrations}/index.ts.`,
        'Non si cambia più quando è uscita.',
        run(test),
      ],
    };
  },
};

const screen: Kind = {
  usage: 'screen parola/Nome                   (npm run new -- screen register/Archive)',
  name: new RegExp(`^(${WORD})/([A-Z][A-Za-z0-9]*)$`),
  plan: (_root, [word = '', name = '']) => {
    const path = `${PLACES.screens}/${word}/${name}Screen.tsx`;
    const test = `${PLACES.screenTests}/${word}/${name}Screen.test.tsx`;
    return {
      files: [
        ['screen.tsx', path],
        ['screen.test.tsx', test],
      ],
      values: { name, own: `#${path}` },
      next: [
        `Mostrala in ${PLACES.placeScreen}, e nella galleria con dati inventati.`,
        'Dalle i suoi stati: vuota, in attesa, con un problema, in sola lettura.',
        run(test),
      ],
    };
  },
};

const decision: Kind = {
  usage: 'decision nome-della-decisione        (npm run new -- decision no-translations)',
  name: new RegExp(`^(${KEBAB})$`),
  plan: (root, [kebab = '']) => {
    const number = nextNumber(join(root, PLACES.decisions), 1, 4);
    const title = kebab.charAt(0).toUpperCase() + kebab.slice(1).replaceAll('-', ' ');
    return {
      files: [['decision.md', `${PLACES.decisions}/${number}-${kebab}.md`]],
      values: { number: String(Number(number)), title },
      next: [
        'Una pagina: contesto, decisione, prezzo. Il codice che ne segue cita il numero.',
        run('test/readme.test.ts'),
      ],
    };
  },
};

export const KINDS: Readonly<Record<string, Kind>> = { rule, case: caseOf, fact, migration, screen, decision };

/** Files of a plan that are there already. */
export const taken = (root: string, { files }: Scaffold): readonly string[] =>
  files.map(([, path]) => path).filter((path) => existsSync(join(root, path)));

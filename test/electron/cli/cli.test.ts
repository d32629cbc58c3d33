/** The contract of the command line, held against the real program in a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ORDINARY_MAILS } from '#electron/demo/mails.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { invoiceXml } from '../../helpers/invoiceXml.ts';
import { hasProgram } from '../../helpers/pdfPrograms.ts';
import { joinAll, openTownDeskOn } from '../../helpers/sharedTown.ts';
import { openSigner } from '../../helpers/signedFile.ts';
import { STATEMENT_FILES } from '../../helpers/statementFiles.ts';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts');

function run(...words: string[]) {
  return runWith(undefined, ...words);
}

function runWith(input: string | undefined, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8',
    input: input ?? '',
  });
  return { status, stderr, answer: stdout === '' ? undefined : (JSON.parse(stdout) as unknown) };
}

describe('usage', () => {
  test.each([
    [[]],
    [['no-such-command']],
    [['parse-email']],
    [['check-draft', 'a', 'b', '--send-date', '2026-11-25']],
    [['demo', '--strange']],
    [['check-draft', '-']],
    [['find-duplicates', '--sent', 'a.json']],
    [['reconcile', '--register', 'a.csv']],
    [['report', '--data', 'dati', '--period', '2026-1']],
  ])('%j is wrong: exit 2, the usage on stderr, nothing on stdout', (words) => {
    expect(run(...words)).toEqual({
      status: 2,
      answer: undefined,
      stderr: expect.stringContaining('Uso: npm run -s avvisi'),
    });
  });
});

describe('parse-email', () => {
  test('answers in the order of its files; one that cannot be read is named and stops none of the others', () => {
    const folder = temporaryFolder();
    const files = ['a.eml', 'manca.eml', 'vuota.eml', 'rotta.eml'].map((name) => join(folder, name));
    writeFileSync(files[0] ?? '', ORDINARY_MAILS[0]?.eml ?? '');
    writeFileSync(files[2] ?? '', '');
    writeFileSync(files[3] ?? '', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]));
    const { status, stderr, answer } = run('parse-email', ...files, '--profile', 'valdombra');
    expect([status, stderr]).toEqual([0, '']);
    expect(answer).toEqual([
      expect.objectContaining({
        file: files[0],
        kind: 'request',
        missing: [],
        requests: [expect.objectContaining({ sendDate: '2026-11-05', office: 'Biblioteca' })],
      }),
      { file: files[1], problem: expect.objectContaining({ code: 'file-unreadable' }) },
      { file: files[2], problem: expect.objectContaining({ code: 'mail-empty' }) },
      { file: files[3], problem: expect.objectContaining({ code: 'mail-unreadable' }) },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('is answered in words and never waited for, a pipe and a device alike', () => {
    const pipe = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const refused = { problem: { code: 'file-not-plain', message: expect.stringContaining('pipe') } };
    for (const file of [pipe, '/dev/zero']) {
      expect(run('parse-email', file)).toMatchObject({ status: 0, answer: [{ file, ...refused }] });
      expect(run('read-invoice', file)).toMatchObject({ status: 1, answer: refused });
      expect(run('check-draft', file, '--send-date', '2026-11-25')).toMatchObject({ status: 1, answer: refused });
      expect(run('parse-email', 'a.eml', '--profile', file)).toMatchObject({
        status: 1,
        answer: { problem: { code: 'profile-unknown' } },
      });
    }
  });

  test('a standard input that never ends is read as far as it is needed', () => {
    const endless = `yes avviso | "${process.execPath}" "${MAIN}" check-draft - --send-date 2026-11-25`;
    const { status, stdout } = spawnSync('sh', ['-c', endless], { encoding: 'utf8' });
    expect([status, JSON.parse(stdout).characters]).toEqual([0, 200_000]);
  });
});

test('parse-email says how the signature of a PEC stands', () => {
  const pec = join(import.meta.dirname, '..', '..', 'cases', 'emails', 'pec-envelope', 'input.eml');
  expect(run('parse-email', pec, '--profile', 'valdombra')).toMatchObject({
    status: 0,
    answer: [{ kind: 'pec-request', signature: 'firma presente, non verificata' }],
  });
});

describe('check-draft', () => {
  test('reads the standard input and gives findings whose excerpts stand in the text', () => {
    const text = "Lunedì 24 novembre 2026 la biblioteca e' chiusa .";
    const { status, answer } = runWith(text, 'check-draft', '-', '--send-date', '2026-11-20', '--profile', 'valdombra');
    const { findings, characters, pack } = answer as {
      findings: { rule: string; from: number; to: number; excerpt: string }[];
      characters: number;
      pack: unknown;
    };
    expect([status, characters, pack]).toEqual([0, text.length, { version: 1 }]);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['D01', 'O03', 'T02', 'L01']));
    for (const { from, to, excerpt } of findings) expect(text.slice(from, to)).toBe(excerpt);
  });

  test.each([
    [['check-draft', '-', '--send-date', '2026-02-30'], 'send-date-invalid'],
    [['check-draft', '/no/such/file', '--send-date', '2026-11-20'], 'file-unreadable'],
    [['check-draft', '-', '--send-date', '2026-11-20', '--profile', 'atlantide'], 'profile-unknown'],
    [['check-draft', '-', '--send-date', '2026-11-20', '--pack', MAIN], 'pack-invalid'],
  ])('%j is an expected problem: exit 1, in Italian', (words, code) => {
    expect(runWith('Testo.', ...words)).toMatchObject({
      status: 1,
      answer: { problem: { code, message: expect.any(String), remedy: expect.any(String) } },
    });
  });
});

describe('find-duplicates', () => {
  test('finds the same notice in other words', () => {
    const folder = temporaryFolder();
    const sent = [
      {
        id: '2026/0007',
        text: 'La seconda rata della Tari scade lunedì 16 novembre.',
        date: '2026-11-09',
        link: 'https://www.comune.valdombra.example/novita/tari',
      },
    ];
    const fresh = [
      {
        id: 'n1',
        text: 'Paga la seconda rata della Tari entro lunedì 16 novembre.',
        date: '2026-11-11',
        link: 'https://www.comune.valdombra.example/novita/tari/',
      },
    ];
    writeFileSync(join(folder, 'sent.json'), JSON.stringify(sent));
    writeFileSync(join(folder, 'new.json'), JSON.stringify(fresh));
    const { status, answer } = run(
      'find-duplicates',
      '--sent',
      join(folder, 'sent.json'),
      '--new',
      join(folder, 'new.json'),
    );
    expect(status).toBe(0);
    expect(answer).toEqual([
      { id: 'n1', candidates: [expect.objectContaining({ id: '2026/0007', verdict: 'duplicate' })] },
    ]);
  });
});

describe('reconcile', () => {
  test('compares two spreadsheets; columns by their heads or by --map', () => {
    const folder = temporaryFolder();
    const [register, statement] = [join(folder, 'registro.csv'), join(folder, 'rendiconto.csv')];
    writeFileSync(
      register,
      'number;date;time;text;recipients\n2026/0001;05/11/2026;10:00;Biblioteca chiusa per inventario;1240\n2026/0002;06/11/2026;09:00;Camminata sugli argini;1241\n',
    );
    writeFileSync(
      statement,
      'Rendiconto;;;\nGiorno;Che cosa;Quanti;\n05/11/2026;Biblioteca chiusa per inventario;1240;\n09/11/2026;Sagra del radicchio in piazza;900;\n',
    );
    const map = JSON.stringify({ date: 'A', text: 'B', recipients: 'C', headerRow: 2 });
    const { status, answer } = run('reconcile', '--register', register, '--statement', statement, '--map', map);
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      matched: [{ register: '2026/0001', statement: 3 }],
      onlyRegister: ['2026/0002'],
      onlyStatement: [4],
      doubles: [],
      totals: { matched: 1 },
    });
    expect(run('reconcile', '--register', register, '--statement', statement, '--map', '{"colour":"A"}')).toMatchObject(
      { status: 1, answer: { problem: { code: 'map-invalid' } } },
    );
  });
});

describe('reconcile: every format, for both files', () => {
  test.each(Object.entries(STATEMENT_FILES))('%s', async (ending, make) => {
    const folder = temporaryFolder();
    const [register, statement] = [join(folder, 'registro.csv'), join(folder, `rendiconto.${ending}`)];
    writeFileSync(
      register,
      'number;date;time;text;recipients\n2026/0001;2026-10-16;10:00;Spettacolo in auditorium;1240\n',
    );
    writeFileSync(statement, await make());
    const expected = {
      matched: [{ register: '2026/0001', statement: 4, differences: [] }],
      onlyStatement: [5],
      doubles: [],
    };
    expect(run('reconcile', '--register', register, '--statement', statement)).toMatchObject({
      status: 0,
      answer: expected,
    });
    expect(run('reconcile', '--register', statement, '--statement', statement)).toMatchObject({
      status: 0,
      answer: { totals: { register: 2, statement: 2, matched: 2, amount: 3600 } },
    });
  });
});

describe('read-invoice', () => {
  test('refuses what is no invoice with a clear problem', () => {
    const file = join(temporaryFolder(), 'f.xml');
    writeFileSync(file, '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>');
    expect(run('read-invoice', file)).toMatchObject({
      status: 1,
      answer: { problem: { message: expect.not.stringContaining('root:') } },
    });
  });
});

describe('read-invoice: several bodies, signed', () => {
  test('answers with every body; the signature is told in words', () => {
    const file = join(temporaryFolder(), 'lotto.xml');
    writeFileSync(file, invoiceXml([{}, { number: '215' }]));
    expect(run('read-invoice', file)).toMatchObject({
      status: 0,
      answer: { bodies: [{ number: '214' }, { number: '215' }], signature: 'senza firma', warnings: [] },
    });
  });

  test.skipIf(!hasProgram('openssl'))('reads a .p7m', () => {
    const file = join(temporaryFolder(), 'fattura.xml.p7m');
    writeFileSync(file, openSigner(temporaryFolder()).sign(Buffer.from(invoiceXml())));
    expect(run('read-invoice', file)).toMatchObject({
      status: 0,
      answer: {
        bodies: [{ number: '214', date: '2026-03-02', cig: ['Z1234567AB'], total: 72_468, toPay: 59_400 }],
        signature: 'firma integra, certificato non verificato',
        warnings: [],
      },
    });
  });
});

describe('demo, report and doctor', () => {
  test('the demo makes a workspace on given mails; report and doctor read it', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'mails'));
    for (const { name, eml } of ORDINARY_MAILS.slice(0, 3)) writeFileSync(join(folder, 'mails', `${name}.eml`), eml);
    const demo = run('demo', '--quiet', '--out', join(folder, 'out'), '--mails', join(folder, 'mails'));
    expect(demo).toMatchObject({ status: 0, stderr: '', answer: { requests: 3, messages: 3, unread: [] } });
    const data = join(folder, 'out', 'dati');

    const pdf = join(folder, 'r.pdf');
    const report = run('report', '--data', data, '--period', '2026-6', '--out', pdf);
    expect(report).toMatchObject({
      status: 0,
      answer: { pdf, xlsx: join(folder, 'r.xlsx'), json: join(folder, 'r.json') },
    });
    expect(readFileSync(pdf).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');

    const { status, answer } = run('doctor', '--data', data);
    expect(status).toBe(0);
    expect((answer as { checks: { outcome: string }[] }).checks.map(({ outcome }) => outcome)).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
    expect(run('report', '--data', folder, '--period', '2026-6', '--out', pdf)).toMatchObject({
      status: 1,
      answer: { problem: { code: 'data-unknown' } },
    });
    expect(run('demo', '--mails', join(folder, 'nowhere'), '--out', join(folder, 'out'))).toMatchObject({
      status: 1,
      answer: { problem: { code: 'folder-missing' } },
    });
  }, 60_000);
});

describe('verify-share', () => {
  test('a whole register is told with exit 0, a damaged one with its problem and exit 1, nothing is written', async () => {
    const shared = temporaryFolder();
    const desk = openTownDeskOn({ name: 'Sportello 1', shared });
    await seedPeople(desk.app);
    await joinAll(desk);
    const space = join(shared, '.puntosi-v1');
    const before = readdirSync(space, { recursive: true });
    const whole = run('verify-share', shared, '--quiet');
    expect(whole).toMatchObject({ status: 0, stderr: '', answer: { gaps: [], forks: [], quarantine: [] } });
    expect(whole.answer).toMatchObject({ desks: [{ name: 'Sportello 1', first: 1 }] });
    expect(run('verify-share', space, '--quiet').answer).toEqual(whole.answer);
    expect(readdirSync(space, { recursive: true })).toEqual(before);
    desk.app.close();
    const looked = () => (run('doctor', '--data', desk.folder).answer as { checks: unknown[] }).checks;
    expect(looked()).toContainEqual(
      expect.objectContaining({ name: 'Cartella condivisa', outcome: 'ok', message: `Registro in «${space}».` }),
    );
    const [segment = ''] = before.map(String).filter((name) => name.endsWith('.jsonl'));
    const remedyOf = ({ answer }: { readonly answer: unknown }): string =>
      (answer as { readonly problem: { readonly remedy: string } }).problem.remedy;
    writeFileSync(join(space, 'desktop.ini'), 'x');
    const disturbed = run('verify-share', shared, '--quiet');
    expect(disturbed).toMatchObject({
      status: 1,
      answer: { problem: { code: 'share-foreign' }, gaps: [], forks: [], quarantine: [{ reason: 'foreign' }] },
    });
    expect(remedyOf(disturbed)).toMatch(/^Non disturba\. /);
    writeFileSync(join(space, segment), readFileSync(join(space, segment)).subarray(0, 200));
    const torn = run('verify-share', shared, '--quiet');
    expect(torn).toMatchObject({
      status: 1,
      answer: { problem: { code: 'share-damaged' }, quarantine: [{ reason: 'foreign' }, { reason: 'torn' }] },
    });
    expect(remedyOf(torn)).toMatch(/^Accendi le postazioni .* Non disturba\. /);
    rmSync(join(space, 'desktop.ini'));
    expect(remedyOf(run('verify-share', shared, '--quiet'))).toMatch(/^Accendi le postazioni [^.]*\.$/);
    rmSync(shared, { recursive: true });
    expect(looked()).toContainEqual(expect.objectContaining({ name: 'Cartella condivisa', outcome: 'error' }));
  });

  test('what is no register is a clear problem', () => {
    const empty = temporaryFolder();
    expect(run('verify-share', empty, '--quiet')).toMatchObject({
      status: 1,
      answer: { problem: { code: 'share-unfounded' } },
    });
    expect(run('verify-share', join(empty, 'manca'), '--quiet')).toMatchObject({
      status: 1,
      answer: { problem: { code: 'share-missing' } },
    });
  });
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleConflicts, resolveConflict } from '#electron/people/conflicts.ts';
import { changeTown, confirmTown, exportTown, readTown, viewTown } from '#electron/people/profile.ts';
import { ok } from '#shared/kernel/result.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { senderFacts } from '#shared/people/profile/directory.ts';
import { profileFact } from '#shared/people/profile/facts.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { codeOf, must, openTestDesk, openTownDesk, sitDown, type TestDesk } from '../../helpers/desk.ts';
import { memoryDrive } from '../../helpers/memoryShare.ts';
import { openSharedDesk } from '../../helpers/sharedDesk.ts';
import { LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const ADA = {
  address: 'ada.rigon@comune.valdombra.example',
  office: 'Commercio',
  name: 'Ada Rigon',
  reason: 'responsabile di procedimento',
  telephone: '123',
  confirmed: true,
  since: '2026-03-02',
};

/** A desk at which the head sits: who may change the data of the municipality. */
function headDesk(options: Parameters<typeof openTownDesk>[0] = {}): TestDesk {
  const opened = openTownDesk(options);
  sitDown(opened, ORNELLA);
  return opened;
}

const standing = ({ desk }: TestDesk, wanted: string) => viewTown(desk).fields.find(({ field }) => field === wanted);

describe('the data of the municipality (P4)', () => {
  it('are changed by the head at once, and say by whom', () => {
    const opened = headDesk();
    const calendar = { ...valdombra.calendar, closed: ['2026-12-24'] };
    must(
      changeTown(opened.desk, [
        { field: 'mayor', value: 'altra@comune.valdombra.example' },
        { field: 'calendar', value: calendar },
      ]),
    );
    expect(opened.desk.profile).toMatchObject({ mayor: 'altra@comune.valdombra.example', calendar });
    expect(opened.desk.profile.toConfirm).toEqual(['mayor', 'calendar']);
    expect(standing(opened, 'mayor')).toEqual({
      field: 'mayor',
      toConfirm: true,
      written: { by: ORNELLA.name, at: opened.clock.now() },
      confirmed: null,
    });
  });

  it('are confirmed by a person who says how; a value written later is to be confirmed again (P66)', () => {
    const opened = headDesk();
    must(changeTown(opened.desk, [{ field: 'serviceNumber', value: '041 555 0101' }]));
    must(confirmTown(opened.desk, 'serviceNumber', 'telefonata in segreteria'));
    expect(opened.desk.profile.toConfirm).toEqual([]);
    expect(standing(opened, 'serviceNumber')?.confirmed).toMatchObject({
      by: ORNELLA.name,
      how: 'telefonata in segreteria',
    });
    expect(codeOf(confirmTown(opened.desk, 'serviceNumber', null))).toBe('profile-confirmed');
    must(changeTown(opened.desk, [{ field: 'serviceNumber', value: '041 555 0102' }]));
    expect(opened.desk.profile.toConfirm).toEqual(['serviceNumber']);
    expect(standing(opened, 'serviceNumber')?.confirmed).toBeNull();
  });

  it('are not changed by an operator where there is a head, and by anybody until there is one', () => {
    const town = openTownDesk();
    expect(codeOf(changeTown(town.desk, [{ field: 'mayor', value: null }]))).toBe('not-your-role');
    expect(viewTown(town.desk).readOnly?.remedy).toContain(ORNELLA.name);
    const alone = openTestDesk();
    alone.desk.keep(ok([peopleFact('person.set', 'person/marta', MARTA)]));
    sitDown(alone, MARTA);
    must(changeTown(alone.desk, [{ field: 'mayor', value: 'sindaca@nuova.example' }]));
    expect(alone.desk.profile.mayor).toBe('sindaca@nuova.example');
    expect(viewTown(alone.desk).readOnly).toBeNull();
  });

  it('take all values or none, and make no fact of a value that is there already', () => {
    const opened = headDesk();
    const before = opened.desk.journal.factsOf('profile/mayor').length;
    const changes = [
      { field: 'mayor', value: 'a@b.example' } as const,
      { field: 'mailbox', value: 'senza chiocciola' } as const,
    ];
    const refused = changeTown(opened.desk, changes);
    expect(codeOf(refused)).toBe('profile-value');
    expect(refused.ok ? '' : refused.error.what).toContain('Casella degli uffici');
    must(changeTown(opened.desk, [{ field: 'mayor', value: valdombra.mayor }]));
    expect(opened.desk.journal.factsOf('profile/mayor')).toHaveLength(before);
  });

  it.each(['=HYPERLINK("https://altro.example")', '<b>Comune</b>', "Comune dell'Aquila"])(
    'hold a name as it is written: %s',
    (name) => {
      const { desk } = headDesk();
      must(changeTown(desk, [{ field: 'municipality', value: name }]));
      expect(desk.profile.municipality).toBe(name);
    },
  );
});

describe('who may ask (P13)', () => {
  it('lies beside the journal, so that it can be forgotten: no fact holds a name', () => {
    const { desk } = headDesk();
    must(changeTown(desk, [{ field: 'senders', value: [ADA] }]));
    expect(desk.profile.senders).toEqual([ADA]);
    const [fact] = desk.journal.factsOf(`sender/${desk.town().directory.entities.get(ADA.address)}`);
    expect(JSON.stringify(fact)).not.toContain('rigon');
    const { blob } = senderFacts['sender.set'].parse(fact?.body);
    desk.blobs.forget(blob);
    expect(desk.profile.senders).toEqual([]);
  });

  it('a list that a former version wrote is read as it stands, and lies in its blob', () => {
    const { desk } = headDesk();
    const { confirmed: _confirmed, since: _since, ...plain } = ADA;
    const blob = desk.blobs.put(Buffer.from(JSON.stringify([plain])));
    desk.keep(ok([profileFact('profile.set', 'profile/senders', { blob })]));
    expect(desk.profile.senders).toEqual([{ ...ADA, since: null, confirmed: false }]);
    desk.keep(ok([profileFact('profile.confirmed', 'profile/senders', { how: null })]));
    expect(desk.profile.senders).toEqual([{ ...ADA, since: null, confirmed: true }]);
    desk.blobs.forget(blob);
    expect(desk.profile.senders).toEqual(valdombra.senders);
  });

  it('the responsible persons of the offices lie there too', () => {
    const { desk } = headDesk();
    const responsible = { office: 'Scuola', name: 'Elena Basso', address: null, telephone: '041 5550102' };
    must(changeTown(desk, [{ field: 'responsibles', value: [responsible] }]));
    expect(desk.profile.responsibles).toEqual([responsible]);
    expect(JSON.stringify(desk.journal.factsOf('profile/responsibles'))).not.toContain('Basso');
  });
});

describe('desks that share a register', () => {
  it('know the same municipality; what two wrote apart is shown and one key decides', async () => {
    const drive = memoryDrive();
    const [one, two] = [openSharedDesk({ drive, name: 'pc1' }), openSharedDesk({ drive, name: 'pc2' })];
    for (const desk of [one, two]) {
      for (const person of [MARTA, LUCA]) desk.write(peopleFact('person.set', `person/${person.id}`, person));
      desk.desk.actAs(MARTA.id);
    }
    must(changeTown(one.desk, [{ field: 'mayor', value: 'prima@comune.example' }]));
    must(changeTown(two.desk, [{ field: 'mayor', value: 'seconda@comune.example' }]));
    await one.exchange.round();
    await one.exchange.found();
    await one.exchange.round();
    await two.exchange.round();
    const [conflict] = peopleConflicts(two.desk).filter(({ what }) => what === 'profile/mayor');
    expect(conflict?.options.map(({ words }) => words).sort()).toEqual([
      'prima@comune.example',
      'seconda@comune.example',
    ]);
    const fact = conflict?.options.find(({ words }) => words.startsWith('prima'))?.fact ?? '';
    must(resolveConflict(two.desk, { what: 'profile/mayor', fact }));
    expect(two.desk.profile.mayor).toBe('prima@comune.example');
    expect(peopleConflicts(two.desk).filter(({ what }) => what === 'profile/mayor')).toEqual([]);
  });
});

describe('a profile as a file', () => {
  it('goes out whole and comes in compared, datum by datum', async () => {
    const folder = { path: '' };
    const opened = headDesk({
      ask: async (ask) => ok(ask.what === 'choose-folder' ? folder.path : join(folder.path, 'valdombra.profilo.json')),
    });
    folder.path = join(opened.folder, 'uscita');
    mkdirSync(folder.path, { recursive: true });
    expect(must(await exportTown(opened.desk))).toEqual({ file: 'valdombra.profilo.json' });
    const file = join(folder.path, 'valdombra.profilo.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(opened.desk.profile);
    must(
      changeTown(opened.desk, [
        { field: 'mayor', value: null },
        { field: 'senders', value: [ADA] },
      ]),
    );
    // Who may ask elsewhere, or was taken off here, is confirmed by nobody here.
    const senders = valdombra.senders.map((one) => ({ ...one, confirmed: false }));
    expect(must(await readTown(opened.desk, 'file'))).toEqual({
      profile: { ...valdombra, senders },
      fields: ['mayor', 'senders'],
      isOtherTown: false,
      unknown: 0,
    });
    writeFileSync(file, 'x'.repeat(2_000_001));
    expect(codeOf(await readTown(opened.desk, 'file'))).toBe('file-too-large');
  });

  it('of another town is said to be one, and nothing is changed by looking', async () => {
    const { desk } = headDesk();
    const read = must(await readTown(desk, 'empoli'));
    expect(read).toMatchObject({ isOtherTown: true, unknown: 0, profile: { optInWord: 'ATTIVA ISCRIZIONE' } });
    expect(read?.fields).toContain('calendar');
    expect(desk.profile).toEqual(valdombra);
  });
});

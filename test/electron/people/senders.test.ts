import { expect, it } from 'vitest';
import { peopleConflicts, resolveConflict } from '#electron/people/conflicts.ts';
import { changeTown, confirmTown, forgoSender, nameTownSender, viewTown } from '#electron/people/profile.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { ok } from '#shared/kernel/result.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { mayAsk } from '#shared/people/profile/senders.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { codeOf, must, openTownDesk, sitDown } from '../../helpers/desk.ts';
import { memoryDrive } from '../../helpers/memoryShare.ts';
import { openSharedDesk } from '../../helpers/sharedDesk.ts';
import { LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const person = (name: string, confirmed = true) => ({
  address: `${name}@comune.valdombra.example`,
  office: 'Commercio',
  name,
  reason: 'responsabile di procedimento',
  telephone: null,
  confirmed,
});
const ADA = person('ada.rigon');

it('an operator names one who may ask: on the list with the day, and no fact holds the address (P13)', () => {
  const opened = openTownDesk();
  sitDown(opened, MARTA);
  const { desk } = opened;
  expect(mayAsk(desk.profile.senders, ADA.address)).toBe(false);
  must(nameTownSender(desk, ADA));
  expect(mayAsk(desk.profile.senders, ' Ada.Rigon@Comune.Valdombra.example')).toBe(true);
  expect(desk.profile.senders.find(({ address }) => address === ADA.address)?.since).toBe('2026-03-02');
  expect(viewTown(desk).fields.find(({ field }) => field === 'senders')?.written?.by).toBe(MARTA.name);
  const facts = opened.database.prepare('SELECT * FROM fact').all();
  expect(JSON.stringify(facts)).not.toContain('ada.rigon');
  const count = facts.length;
  must(nameTownSender(desk, ADA));
  expect(opened.database.prepare('SELECT * FROM fact').all()).toHaveLength(count);
  must(forgoSender(desk, ADA.address));
  expect(desk.profile.senders).toEqual([...valdombra.senders]);
});

it('one who is neither head nor operator may not', () => {
  const opened = openTownDesk();
  opened.desk.keep(ok([peopleFact('person.set', `person/${LUCA.id}`, { ...LUCA, roles: ['gruppo operativo'] })]));
  sitDown(opened, LUCA);
  expect(codeOf(nameTownSender(opened.desk, ADA))).toBe('not-your-role');
  expect(codeOf(forgoSender(opened.desk, valdombra.senders[0]?.address ?? ''))).toBe('not-your-role');
});

it('one on the list nobody confirmed may not ask; to confirm the whole list says it of each (P66)', () => {
  const opened = openTownDesk();
  sitDown(opened, ORNELLA);
  const { desk } = opened;
  must(changeTown(desk, [{ field: 'senders', value: [...valdombra.senders, person('ivo.marin', false)] }]));
  const ivo = 'ivo.marin@comune.valdombra.example';
  expect(mayAsk(desk.profile.senders, ivo)).toBe(false);
  expect(mayAsk(desk.profile.senders, 'scuola@comune.valdombra.example')).toBe(true);
  expect(desk.profile.toConfirm).toEqual(['senders']);
  must(confirmTown(desk, 'senders', 'elenco della segreteria'));
  expect(mayAsk(desk.profile.senders, ivo)).toBe(true);
  expect(desk.profile.toConfirm).toEqual([]);
});

it('two desks apart name two people and none is lost; of what both wrote of one, a person decides', async () => {
  const drive = memoryDrive();
  const [one, two] = [openSharedDesk({ drive, name: 'pc1' }), openSharedDesk({ drive, name: 'pc2' })];
  for (const desk of [one, two]) {
    for (const who of [MARTA, LUCA]) desk.write(peopleFact('person.set', `person/${who.id}`, who));
    desk.desk.actAs(MARTA.id);
  }
  must(nameTownSender(one.desk, ADA));
  await one.exchange.round();
  await one.exchange.found();
  await one.exchange.round();
  await two.exchange.round();
  must(nameTownSender(one.desk, person('ivo.marin')));
  must(nameTownSender(one.desk, { ...ADA, office: 'Scuola' }));
  must(nameTownSender(two.desk, person('nadia.furlan')));
  must(nameTownSender(two.desk, { ...ADA, office: 'Sport' }));
  for (const desk of [two, one]) await desk.exchange.round();
  const [waiting] = one.exchange.state().quarantine;
  one.write(deviceFact('device.accepted', `device/${waiting?.dev}`, { key: waiting?.key ?? '', name: 'pc2' }));
  for (const desk of [one, two, one, two]) await desk.exchange.round();
  for (const { desk } of [one, two]) {
    expect(desk.profile.senders.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ada.rigon', 'ivo.marin', 'nadia.furlan']),
    );
  }
  const [conflict] = peopleConflicts(two.desk).filter(({ what }) => what.startsWith('sender/'));
  const words = conflict?.options.map((option) => option.words) ?? [];
  expect(words.some((said) => said.includes('Scuola'))).toBe(true);
  const fact = conflict?.options.find((option) => option.words.includes('Scuola'))?.fact ?? '';
  must(resolveConflict(two.desk, { what: conflict?.what ?? '', fact }));
  expect(two.desk.profile.senders.find(({ address }) => address === ADA.address)?.office).toBe('Scuola');
});

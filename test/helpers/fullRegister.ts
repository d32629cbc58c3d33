/** A register of any length, written by its projections without the journal, which would take minutes. */
import { registerProjections } from '#electron/register/store.ts';
import { asIfKept } from '#shared/journal/fact.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { registerFact } from '#shared/register/facts.ts';
import { townNotices } from '../shared/register/duplicates/notices.ts';
import { BODY } from '../shared/register/sample.ts';
import type { TestDesk } from './desk.ts';

const OFFICES = ['Ambiente', 'Biblioteca', 'Cultura', 'Lavori pubblici', 'Scuola', 'Sport', 'Tributi', null];

/** Fills the register of a desk with `count` notices of an invented town; all have the same number of words or so. */
export function fillRegister({ database }: TestDesk, count: number): void {
  const writers = registerProjections.map(({ prepare }) => prepare(database));
  database.transaction(() => {
    for (const [index, { id, text, date, link }] of townNotices(count).entries()) {
      const version = { ...BODY.sent, text };
      const year = Number(date.slice(0, 4));
      const body = {
        ...BODY,
        title: text.slice(0, 60),
        office: OFFICES[index % OFFICES.length] ?? null,
        link,
        sentAt: instantAt(date, '10:00'),
        ...{ asked: `Si chiede l’invio: ${text}`, rewritten: version, approved: version, sent: version },
      };
      const ent = `entry/${id}`;
      const recorded = registerFact('entry.recorded', ent, body);
      const numbered = registerFact('entry.numbered', ent, { year, number: index + 1 });
      const facts = asIfKept([recorded, numbered], 'marta', body.sentAt);
      for (const write of writers) write(ent, facts);
    }
  })();
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteFact } from '#shared/people/notes/facts.ts';
import { handleOf, matchingPeople, mentionsIn, runsOf, typedMention } from '#shared/people/notes/mentions.ts';
import { foldNote, isUnread, waitsFor } from '#shared/people/notes/note.ts';
import { pen } from '../../../helpers/facts.ts';
import { LUCA, MARTA, ORNELLA, rosterOf } from '../../../helpers/town.ts';

const PEOPLE = [MARTA, LUCA, ORNELLA];
const ANNA = { ...LUCA, id: 'anna', name: 'Anna Bellin' };

describe('who a note names (P28)', () => {
  it.each([
    ['@Vidal guarda l’orario', ['ornella']],
    ['Lo dico a @ornella vidal, e a @Bellin.', ['ornella', 'marta']],
    ['@Vidal @Vidal', ['ornella']],
    ['Scrivi a vidal@comune.example', []],
    ['@Vidali non c’è, @Nessuno nemmeno', []],
    ['senza nomi', []],
  ])('«%s»', (text, named) => {
    expect(mentionsIn(text, PEOPLE)).toEqual(named);
  });

  it('is said by the whole name where two share a surname', () => {
    const both = [...PEOPLE, ANNA];
    expect(both.map((one) => handleOf(one, both))).toEqual(['Marta Bellin', 'Zennaro', 'Vidal', 'Anna Bellin']);
    expect(mentionsIn('@Anna Bellin ci pensa', both)).toEqual(['anna']);
  });

  it('loses no letter of the note, whatever is written', () => {
    const piece = fc.constantFrom('@', ' ', 'Vidal', '@Vidal', 'bellin', '@Marta Bellin', '\n', 'é', '👍');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(
          runsOf(text, PEOPLE)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('offers people while a name is being typed, and nothing elsewhere', () => {
    expect(typedMention('Ciao @vi', 8)).toEqual({ from: 5, query: 'vi' });
    expect(typedMention('Ciao @vi', 4)).toBeUndefined();
    expect(typedMention('a@vi', 4)).toBeUndefined();
    expect(matchingPeople('vi', PEOPLE)).toEqual([ORNELLA]);
    expect(matchingPeople('ma', PEOPLE)).toEqual([MARTA]);
    expect(matchingPeople('', PEOPLE)).toHaveLength(3);
  });
});

describe('in whose Oggi a note stands (P28)', () => {
  const AWAY = { id: 'a1', person: 'ornella', from: '2026-03-02', to: '2026-03-04' };
  const written = (to: string[], ...readers: string[]) => {
    const desk = pen();
    const body = { about: 'notice/r1', text: 'a'.repeat(64), to };
    desk.write(LUCA.id, noteFact('note.written', 'note/n1', body));
    for (const reader of readers) desk.write(reader, noteFact('note.read', 'note/n1', {}));
    const note = foldNote('n1', desk.all());
    if (!note) throw new Error('no note');
    return note;
  };

  it('of who is named, until she says that she read it; nobody’s when it is for everybody', () => {
    expect(waitsFor(written(['ornella']), rosterOf(), '2026-03-02')).toEqual(['ornella']);
    expect(waitsFor(written(['ornella'], 'ornella'), rosterOf(), '2026-03-02')).toEqual([]);
    expect(waitsFor(written([]), rosterOf(), '2026-03-02')).toEqual([]);
    expect(isUnread(written(['ornella'], 'marta'))).toBe(true);
  });

  it('of who is in turn while she is away; what the substitute read still waits for her', () => {
    const roster = rosterOf([AWAY]);
    expect(waitsFor(written(['ornella']), roster, '2026-03-04')).toEqual(['marta']);
    expect(waitsFor(written(['ornella'], 'marta'), roster, '2026-03-04')).toEqual([]);
    expect(waitsFor(written(['ornella'], 'marta'), roster, '2026-03-05')).toEqual(['ornella']);
  });

  it('counts a reader once, and never asks its author', () => {
    expect(written(['ornella'], 'ornella', 'ornella').readBy).toHaveLength(1);
    const roster = rosterOf([AWAY, { ...AWAY, id: 'a2', person: 'marta' }]);
    expect(waitsFor({ ...written(['ornella']), by: 'luca' }, roster, '2026-03-03')).toEqual([]);
  });
});

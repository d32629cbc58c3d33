import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckLine } from '#shared/drafts/facts.ts';
import { type HeadLetterInput, headLetter, sayDifferences } from '#shared/drafts/headLetter.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { pen, ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';

function requestOf(asked: Parameters<typeof requestReceived>[1] = {}) {
  const desk = pen();
  desk.write('app', requestReceived('r1', asked));
  return foldRequest('r1', desk.all()) ?? expect.fail('no request');
}
const CHECKS: readonly CheckLine[] = [
  { line: 'data', outcome: 'a posto', detail: 'giovedì 5 marzo', why: null },
  { line: 'link', outcome: 'non verificato', detail: 'manca la rete', why: 'visto a mano' },
];
const letterOf = (change: Partial<HeadLetterInput> = {}) =>
  headLetter({
    request: requestOf(),
    urgent: false,
    today: '2026-03-02',
    text: ROAD_WORKS.text,
    checks: CHECKS,
    head: 'Ornella Vidal',
    requester: 'Renato Sartor',
    operator: 'Marta Bellin',
    municipality: 'Comune di Valdombra',
    due: '2026-03-03T16:30:00.000Z',
    ...change,
  });

describe('the e-mail to the head (P26, P38)', () => {
  it('says everything the decision needs, in one place', () => {
    const text = ROAD_WORKS.text.replace('è chiusa al traffico', 'chiude');
    const letter = letterOf({ text });
    expect(letter.subject).toBe('Da approvare: Via Roma chiusa per asfaltatura');
    expect(letter.text).toContain('aspetta la tua decisione entro martedì 3 marzo 2026 alle 17:30.');
    expect(letter.text).toContain('Chiede: Renato Sartor, Lavori pubblici');
    expect(letter.text).toContain('Data richiesta: giovedì 5 marzo 2026\n');
    expect(letter.text).toContain(`Notizia sul sito: ${ROAD_WORKS.link}`);
    expect(letter.text).toContain(`Testo da approvare\n-----\n${text}\n-----`);
    expect(letter.text).toContain(`Testo chiesto dall’ufficio\n-----\n${ROAD_WORKS.text}\n-----`);
    expect(letter.text).toContain('[tolto: è chiusa al traffico][aggiunto: chiude]');
    expect(letter.text).toContain('- data: a posto, giovedì 5 marzo\n');
    expect(letter.text).toContain('- link: non verificato, manca la rete. Va bene così perché: visto a mano');
    expect(letter.text).toMatch(
      /Come rispondere[\s\S]*rispondi a questa e-mail[\s\S]*Marta Bellin\nPuntoSi, Comune di/,
    );
  });

  it('shows one text where nothing was changed, and says who wrote one the office did not send', () => {
    const same = letterOf({ text: `${ROAD_WORKS.text}\n` });
    expect(same.text).toContain('È il testo chiesto dall’ufficio, senza modifiche.');
    expect(same.text).not.toContain('Che cosa è cambiato');
    const own = letterOf({ request: requestOf({ text: '' }) });
    expect(own.text).toContain('L’ufficio non ha mandato un testo: lo ha scritto PuntoSi.');
  });

  it('says what is urgent, and what is not known', () => {
    const request = requestOf({ sendDate: null, link: null, office: null });
    const letter = letterOf({ request, urgent: true, requester: null });
    expect(letter.subject).toMatch(/^Urgente, da approvare: /);
    expect(letter.text).toContain(
      'Chiede: non indicato\nData richiesta: non indicata (urgente)\nNotizia sul sito: non indicata',
    );
    const today = letterOf({ request: requestOf({ sendDate: '2026-03-02' }), urgent: true });
    expect(today.subject).toMatch(/^Urgente per oggi, da approvare: /);
    expect(today.text).toContain('Data richiesta: lunedì 2 marzo 2026 (urgente per oggi)\n');
    expect(letterOf({ request: requestOf({ sendTime: '10:00' }) }).text).toContain('5 marzo 2026 alle 10:00');
  });
});

it('the differences in words lose nothing of either text', () => {
  const anyText = fc.array(fc.constantFrom('via', 'Roma', 'chiude', '5', ',', ' ', '\n'), { maxLength: 20 });
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const [old, fresh] = [before.join('').trim(), after.join('').trim()];
      const said = sayDifferences(old, fresh);
      expect(said.replace(/\[aggiunto: [^\]]*\]/g, '').replace(/\[tolto: ([^\]]*)\]/g, '$1')).toBe(old);
      expect(said.replace(/\[tolto: [^\]]*\]/g, '').replace(/\[aggiunto: ([^\]]*)\]/g, '$1')).toBe(fresh);
    }),
  );
});

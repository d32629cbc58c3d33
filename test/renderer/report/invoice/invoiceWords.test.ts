import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countdownWords, factsOf, letterText, sayPrice, sumRows } from '#renderer/report/invoice/invoiceWords.ts';
import { reportView } from '../reportViews.ts';

const left = (daysLeft: number) => countdownWords({ due: '2026-12-03', daysLeft, sentence: '' });

test.each([
  [9, '9 giorni', 'Scadenza: restano 9 giorni', 1, undefined],
  [4, '4 giorni', 'Scadenza: restano 4 giorni', 6, undefined],
  [3, '3 giorni', 'Scadenza: restano 3 giorni', 7, 'warning'],
  [1, '1 giorno', 'Scadenza: resta 1 giorno', 9, 'warning'],
  [0, 'Oggi', 'Scadenza: è oggi', 10, 'error'],
  [-1, 'Termine scaduto', 'Scadenza: passata ieri, giovedì 3 dicembre', 10, 'error'],
  [-4, 'Termine scaduto', 'Scadenza: passata 4 giorni fa, giovedì 3 dicembre', 10, 'error'],
] as const)('with %i days left the head says %s', (days, lead, label, full, sign) => {
  const words = left(days);
  expect([words.lead, words.label, words.full, words.alarm?.sign]).toEqual([lead, label, full, sign]);
});

test('the blocks are never fewer than none nor more than ten, and never go back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const [now, next] = [left(days).full, left(days - 1).full];
      return now >= 0 && now <= 10 && next >= now;
    }),
  );
});

test('an invoice is told in facts, what is missing as not told', async () => {
  const { invoice } = await reportView();
  if (!invoice) throw new Error('no invoice');
  const facts = new Map(factsOf(invoice).map(({ label, value }) => [label, value]));
  expect(facts.get('IVA')).toBe('39,60 €, in scissione dei pagamenti');
  expect(facts.get('Periodo delle righe')).toBe('dal 1° settembre 2026 al 31 ottobre 2026');
  const bare = new Map(
    factsOf({
      ...invoice,
      body: { ...invoice.body, cig: [], period: { from: null, to: null }, splitPayment: false },
    }).map((fact) => [fact.label, fact.value]),
  );
  expect([bare.get('CIG'), bare.get('Periodo delle righe'), bare.get('IVA')]).toEqual([
    'non indicato',
    'non indicato',
    '39,60 €',
  ]);
});

test('an invoice without quantities still has its sum', async () => {
  const { arithmetic } = await reportView();
  if (!arithmetic) throw new Error('no arithmetic');
  expect(sumRows({ ...arithmetic, invoice: { quantity: null, taxable: 12_600 } }).at(-1)).toEqual({
    label: 'Fattura',
    quantity: 'non noto',
    taxable: '126,00 €',
    difference: '',
  });
  expect(sayPrice('18.00')).toBe('18,00');
});

test('a letter keeps its lines in order, the contested ones listed', () => {
  const letter = { subject: 'S', paragraphs: ['a', 'b'], items: ['riga 2', 'riga 3'], closing: ['c'] };
  expect(letterText(letter)).toBe('Oggetto: S\n\na\n\nb\n\n- riga 2\n- riga 3\n\nc');
  expect(letterText({ ...letter, items: [] })).toBe('Oggetto: S\n\na\n\nb\n\nc');
});

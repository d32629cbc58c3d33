import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/kernel/day.ts';
import { requestDates } from '#shared/requests/reading/requestDates.ts';

describe('the words around a date', () => {
  const cueOf = (text: string, day: Day): number | undefined =>
    requestDates(text, '2026-11-26').find((one) => one.date === day)?.cue;

  it('tell the day of sending from the day of the event', () => {
    const text = "Evento del 16 dicembre 2026, chiediamo l'invio il 14 dicembre 2026";
    expect(cueOf(text, '2026-12-14')).toBeGreaterThan(0);
    expect(cueOf(text, '2026-12-16')).toBeLessThan(0);
  });

  it('bind "per" to the verb of sending over the words between', () => {
    expect(cueOf("Si chiede l'invio del messaggio sui mercatini di Natale per giovedì 3 dicembre", '2026-12-03')).toBe(
      4,
    );
  });

  it('rank a label above all', () => {
    expect(cueOf('Data invio: 4 dicembre', '2026-12-04')).toBe(5);
    expect(cueOf("Data dell'evento: 4 dicembre", '2026-12-04')).toBe(-5);
    expect(cueOf('Data: 4 dicembre', '2026-12-04')).toBe(2);
  });

  it('hear deadlines, openings and things already done', () => {
    expect(cueOf('Iscrizioni entro il 4 dicembre', '2026-12-04')).toBeLessThan(0);
    expect(cueOf('la mostra è aperta dal 4 dicembre', '2026-12-04')).toBeLessThan(0);
    expect(cueOf('la notizia è stata pubblicata il 20 novembre', '2026-11-20')).toBeLessThan(0);
    expect(cueOf('vi invitiamo il 4 dicembre', '2026-12-04')).toBe(0);
  });
});

describe('requestDates', () => {
  it('takes time in line with the length of the text', () => {
    for (const piece of ['lunedì ', '12 dicembre ', 'invio 2/12 ', 'data: 3 dicembre\n']) {
      const started = process.cpuUsage();
      requestDates(piece.repeat(100_000 / piece.length), '2026-11-26');
      expect(process.cpuUsage(started).user / 1_000, JSON.stringify(piece)).toBeLessThan(1000);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { seemsWithdrawn } from '#shared/requests/answer.ts';

describe('an answer that takes the request back (P18)', () => {
  it.each([
    'La gita è annullata: per favore non inviate l’avviso.',
    'Vi chiedo di non inviare più il messaggio.',
    'Buongiorno, ritiriamo la richiesta.',
    'Annullate per favore la nostra richiesta, grazie',
    'L’avviso non serve più.',
    'Non è più necessario, abbiamo risolto.',
    'Non c’è più bisogno dell’avviso.',
    'Non mandatelo, abbiamo rinviato tutto.',
    'La richiesta è da considerare annullata.',
    'La richiesta è annullata.',
    'Considerate la e-mail come non inviata.',
    'Meglio soprassedere.',
    'Potete bloccare l’invio?',
    'Lasciate perdere, ci pensiamo noi.',
    "L'AVVISO NON E' PIU' VALIDO",
    'Potete annullare l’invio di venerdì?',
  ])('«%s»', (words) => {
    expect(seemsWithdrawn(words)).toBe(true);
  });

  it.each([
    'Ecco il link: https://www.comune.valdombra.example/novita/corso',
    'La data giusta è venerdì 6 marzo.',
    'Il mercato di giovedì è annullato per il vento.',
    'Aggiungete al testo: in caso di pioggia la gita è annullata.',
    'Non inviate prima di venerdì, per favore.',
    'Non inviatelo ancora: aspettiamo la conferma.',
    'Non serve la prenotazione.',
    'Non è necessario iscriversi.',
    'Grazie, potete inviare.',
    'I biglietti si ritirano in biblioteca.',
    '',
  ])('but not «%s»', (words) => {
    expect(seemsWithdrawn(words)).toBe(false);
  });

  it('is told in linear time, whatever the text', () => {
    const started = performance.now();
    seemsWithdrawn('annullate '.repeat(20_000));
    seemsWithdrawn(`non ${'la '.repeat(60_000)}`);
    seemsWithdrawn('annulla'.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

import { describe, expect, it } from 'vitest';
import { headerValue, messageIds, transportOf } from '#shared/requests/reading/transport.ts';

const headers = (lines: Readonly<Record<string, string>>) =>
  Object.entries(lines).map(([key, value]) => ({ key, value }));

describe('transportOf', () => {
  it.each([
    [{ from: 'a@b.example' }, '', 'ordinary'],
    [{ 'x-trasporto': 'posta-certificata' }, 'POSTA CERTIFICATA: x', 'pec'],
    [{ 'x-trasporto': ' Errore ' }, 'ANOMALIA MESSAGGIO: x', 'pec-anomaly'],
    [{ 'x-ricevuta': 'avvenuta-consegna', 'x-trasporto': 'posta-certificata' }, '', 'pec-receipt'],
    [{ 'auto-submitted': 'auto-replied' }, 'Fuori', 'auto-reply'],
    [{ 'auto-submitted': 'no' }, '', 'ordinary'],
    [{ precedence: 'auto_reply' }, '', 'auto-reply'],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }, '', 'auto-reply'],
    [{}, 'Risposta automatica: Manca il link', 'auto-reply'],
    [{}, 'Fuori sede', 'auto-reply'],
    [{}, 'Letto: richiesta', 'auto-reply'],
    [{}, 'Letto il verbale, ecco la richiesta', 'ordinary'],
    [{ 'list-unsubscribe': '<https://a.example>' }, '', 'bulk'],
    [{ precedence: 'list' }, '', 'bulk'],
  ] as const)('%j %s → %s', (lines, subject, transport) => {
    expect(transportOf(headers(lines), subject)).toBe(transport);
  });

  it('goes by the certificate where the headers were lost', () => {
    expect(transportOf([], '', 'posta-certificata')).toBe('pec');
    expect(transportOf([], '', 'accettazione')).toBe('pec-receipt');
  });
});

describe('headers', () => {
  it('give the first value, and none for an empty one', () => {
    expect(
      headerValue(
        [
          { key: 'date', value: ' x ' },
          { key: 'date', value: 'y' },
        ],
        'date',
      ),
    ).toBe('x');
    expect(headerValue([{ key: 'date', value: '  ' }], 'date')).toBeUndefined();
  });

  it('give Message-IDs once each, in order, whatever stands between them', () => {
    expect(messageIds('<b@x> text <a@x>', undefined, '<a@x>\n <c d@x> <c@x>')).toEqual(['<b@x>', '<a@x>', '<c@x>']);
  });
});

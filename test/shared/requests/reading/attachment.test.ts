import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutlookWrapping, safeFileName, viewAttachment } from '#shared/requests/reading/attachment.ts';

const file = (name: string, type = 'application/octet-stream') =>
  viewAttachment({ name, type, size: 10, sha256: 'a'.repeat(64) });

describe('viewAttachment (P10)', () => {
  it.each([
    ['ordinanza 118.PDF', 'documento PDF', true],
    ['elenco.xlsx', 'foglio di calcolo', true],
    ['foto.jpeg', 'immagine', true],
    ['bando.pdf.p7m', 'documento firmato', true],
    ['macro.xlsm', 'altro file', false],
    ['fattura.pdf.exe', 'altro file', false],
    ['logo.svg', 'altro file', false],
    ['pagina.html', 'altro file', false],
    ['senza nome', 'altro file', false],
    ['winmail.dat', 'allegato di Outlook che l’app non apre', false],
  ])('%s is «%s»', (name, what, mayBeSaved) => {
    expect(file(name)).toMatchObject({ name, what, mayBeSaved });
  });

  it.each([
    ...[
      'a.doc',
      'a.DOT',
      'a.docm',
      'a.rtf',
      'a.xls',
      'a.xlsm',
      'a.xlsb',
      'a.xlam',
      'a.ppt',
      'a.pps',
      'a.pptm',
      'a.ppsm',
    ],
  ])('%s may hold programs', (name) => {
    expect(file(name).mayHoldPrograms).toBe(true);
  });

  it.each(['a.docx', 'a.xlsx', 'a.pptx', 'a.pdf', 'a.odt', 'a.txt', 'doc', 'xls.png'])('%s may not', (name) => {
    expect(file(name).mayHoldPrograms).toBe(false);
  });

  it('Outlook’s wrapping is known by its type too', () => {
    expect(isOutlookWrapping({ name: 'senza nome', type: 'application/ms-tnef' })).toBe(true);
    expect(isOutlookWrapping({ name: 'winmail.data.pdf', type: 'application/pdf' })).toBe(false);
  });
});

describe('safeFileName', () => {
  it.each([
    ['ordinanza 118.pdf', 'ordinanza 118.pdf'],
    ['..\\..\\Windows\\bando.pdf', '_.._Windows_bando.pdf'],
    ['/etc/passwd.txt', '_etc_passwd.txt'],
    ['C:bando.pdf', 'C_bando.pdf'],
    ['con.txt', '_con.txt'],
    ['.pdf', 'allegato.pdf'],
    ['bando\u202Efdp.docx', 'bando_fdp.docx'],
    ['a\u0000b.pdf', 'a_b.pdf'],
    ['bando .pdf', 'bando.pdf'],
  ])('%j is saved as %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('never names a folder, is never empty or long, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[\\/:]|^\.|^$/);
        expect(safe.length).toBeLessThanOrEqual(130);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

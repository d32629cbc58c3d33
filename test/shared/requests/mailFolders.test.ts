import { expect, test } from 'vitest';
import { foldersToChoose, type ListedFolder, sayFolder } from '#shared/requests/mailFolders.ts';

const folder = (path: string, use: string | null = null): ListedFolder => ({ path, names: path.split('/'), use });

test('the folder of arrival comes first, then those people made, then those with a use of their own', () => {
  const listed = [folder('Sent', '\\Sent'), folder('Uffici/Biblioteca'), folder('Avvisi'), folder('INBOX', '\\Inbox')];
  expect(foldersToChoose(listed)).toEqual([
    { path: 'INBOX', label: 'Posta in arrivo' },
    { path: 'Avvisi', label: 'Avvisi' },
    { path: 'Uffici/Biblioteca', label: 'Uffici › Biblioteca' },
    { path: 'Sent', label: 'Posta inviata (Sent)' },
  ]);
});

test.each([
  [folder('Posta inviata', '\\Sent'), 'Posta inviata'],
  [folder('INBOX/Avvisi'), 'Posta in arrivo › Avvisi'],
  [folder('Strana', '\\Sconosciuto'), 'Strana'],
  [folder('inbox'), 'Posta in arrivo'],
])('%j is called as people call it', (one, label) => {
  expect(foldersToChoose([one])[0]?.label).toBe(label);
});

test('a folder by its path alone', () => {
  expect([sayFolder('INBOX'), sayFolder('Avvisi')]).toEqual(['Posta in arrivo', 'Avvisi']);
});

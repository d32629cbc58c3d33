import { expect, it } from 'vitest';
import { titleOf } from '#shared/requests/reading/title.ts';

it.each([
  ['*Biblioteca chiusa*\n\nLa biblioteca è chiusa.', 'Avviso', 'Biblioteca chiusa'],
  ['1) Laboratori di Natale. I laboratori sono per bambini.', 'Tre avvisi per dicembre', 'Laboratori di Natale'],
  ['Avviso 2: Gruppo di lettura. Il gruppo si trova giovedì.', 'Tre avvisi', 'Gruppo di lettura'],
  ['La biblioteca è chiusa lunedì.', 'R: Avviso WhatsApp: biblioteca chiusa', 'biblioteca chiusa'],
  ['', 'POSTA CERTIFICATA: I: Open day', 'Open day'],
  ['', '', 'Richiesta senza oggetto'],
  ['https://www.comune.valdombra.example/novita/x', 'Fiera', 'Fiera'],
])('%j with subject %j goes by %j', (text, subject, title) => {
  expect(titleOf(text, subject)).toBe(title);
});

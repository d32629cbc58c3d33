import type { Page } from 'playwright';

/** Opens a section of the Impostazioni: in the list at the side, or in the field of a smaller window (L19). */
export async function openSection(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+,');
  const [list, field] = [
    page.getByRole('tablist', { name: 'Impostazioni' }),
    page.getByRole('combobox', { name: 'Sezione' }),
  ];
  await list.or(field).waitFor();
  if (await field.isVisible()) await field.selectOption({ label });
  else await list.getByRole('tab', { name: label }).click();
}

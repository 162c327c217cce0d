import { expect, type Page } from '@playwright/test';
import { expectHydrated, type Journey } from './portal-test.ts';

/** Opens the search with the keyboard. */
export async function openSearch(page: Page, say: Journey['say'], keys = '/') {
  const dialog = page.getByRole('dialog', { name: say('Buscar', 'Search') });
  // Shortcuts work only after hydration. One is pressed once: in the open dialog it would be typed into the field.
  await expectHydrated(page);
  await page.keyboard.press(keys);
  await expect(dialog).toBeVisible();
  const field = dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  return {
    dialog,
    field,
    options: dialog.getByRole('option'),
    active: dialog.getByRole('option', { selected: true }),
    /** Types a query and waits for its results. */
    async find(query: string) {
      await field.fill(query);
      await expect(dialog.locator('[data-phase="found"]')).toBeVisible();
    },
  };
}

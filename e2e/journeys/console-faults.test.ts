import { expectAccessible } from '../support/accessibility.ts';
import { openConsole } from '../support/console.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/portal-test.ts';

const wrongBody = {
  type: 'Individual',
  federal_tax_number: '52998224725',
  email: 'joana@correio.example',
  send_invoice_by_email: 'true',
  phon: '21998450170',
};

test('a refused body points at its fields, and each is mended with one click', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  const body = console.region.getByRole('textbox', { name: say('Corpo', 'Body') });
  await body.fill(JSON.stringify(wrongBody, undefined, 2));
  await console.send();
  await expect(console.status).toContainText('422');
  await expect(console.response.getByText(say('Campos a corrigir', 'Fields to correct'))).toBeVisible();
  await expect(body).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, { part: '#try' });

  await console.response.getByRole('button', { name: 'type', exact: true }).click();
  await expect(body).toBeFocused();
  const selected = () =>
    body.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(await selected()).toBe('"Individual"');

  const wanted = console.response.locator('[data-mend]');
  await expect(wanted).toHaveCount(4);
  await tabTo(page, wanted.first());
  // After each, the focus is on the next.
  for (let left = 3; left >= 0; left--) {
    await expect(console.region.locator('[data-mend]:focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(wanted).toHaveCount(left);
  }
  const mended = JSON.parse(await body.inputValue());
  expect(mended).toMatchObject({ type: 'individual', send_invoice_by_email: true, phone: '21998450170' });
  expect(mended.name).toBeTruthy();
});

test('a parameter beyond its limit is doubted at once, and mended where it stands', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  const field = console.region.getByLabel('per_page', { exact: true });
  await field.fill('500');
  await expect(console.region.getByText(say('O máximo é 100.', 'The maximum is 100.'))).toBeVisible();
  await console.send();
  await expect(console.status).toContainText(/4\d\d/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await console.region
    .locator('form')
    .getByRole('button', { name: say('Usar 100', 'Use 100') })
    .click();
  await expect(field).toHaveValue('100');
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('200');
});

test('a fault leads to its rule in the reference, also from the wide console', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  const body = console.region.getByRole('textbox', { name: say('Corpo', 'Body') });
  const typed = JSON.stringify(wrongBody);
  await body.fill(typed);
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('422');
  await expect(page.locator('[id="body.type"]')).toHaveAttribute('data-refused', '');
  await page.keyboard.press('Alt+Enter');
  await console.response.getByRole('link', { name: say('type na referência', 'type in the reference') }).click();
  await expect(page.getByRole('dialog', { name: 'Console' })).toBeHidden();
  await expect(page).toHaveURL(/#body\.type$/);
  await expect(page.locator('[id="body.type"]')).toBeInViewport();
  await expect(body).toHaveValue(typed);
});

test('names and values of the document are proposed while one types, by keyboard only', async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  const body = console.region.getByRole('textbox', { name: say('Corpo', 'Body') });
  await body.fill('');
  await body.pressSequentially('{"ty');
  const list = console.region.getByRole('listbox', {
    name: say('Sugestões do documento', 'Suggestions from the document'),
  });
  await expect(list.getByRole('option').first()).toContainText('type');
  await expectAccessible(page, { part: '#try' });
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue(/^\{"type": "\w+"/);
  await expect(list).toBeHidden();

  await body.fill('{"type": ');
  await page.keyboard.press('Control+Space');
  await expect(list.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue('{"type": "company"');
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

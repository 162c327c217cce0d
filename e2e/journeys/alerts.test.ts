import { expectAccessible } from '../support/accessibility.ts';
import { expectBarFits } from '../support/expect-bar-fits.ts';
import { expect, test } from '../support/portal-test.ts';

test('faults open an alert, the header says so, and moving the clock ends it', async ({ page, visit, say }) => {
  await visit('/alerts');
  await expect(page.getByText(say('Nenhum alerta aberto.', 'No alert is open.'))).toBeVisible();
  const key = await page.evaluate(
    () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]).match(/sk_test_\w+/)?.[0],
  );
  const headers = { authorization: `Bearer ${key}` };
  for (let made = 0; made < 20; made++)
    await page.request.get('/sandbox/crm/v2/usuarios', { headers: { ...headers, prefer: 'code=503' } });
  await page.reload();
  const now = page.getByRole('region', { name: say('Agora', 'Now') });
  await expect(now.getByRole('heading', { name: say('Taxa de erros', 'Error rate') })).toBeVisible();
  await expect(now.getByText(say('20 de 20 chamadas', '20 of 20 calls'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('1 alerta', '1 alert') })).toBeVisible();
  await expectAccessible(page);
  await page.request.patch('/platform/v1/workspace/clock', { headers, data: { advance_seconds: 1800 } });
  await page.reload();
  await expect(page.getByText(say('Nenhum alerta aberto.', 'No alert is open.'))).toBeVisible();
  const earlier = page.getByRole('region', { name: say('Anteriores', 'Earlier') });
  await expect(earlier.getByRole('heading', { name: say('Taxa de erros', 'Error rate') })).toBeVisible();
  await expect(page.getByRole('link', { name: say('1 alerta', '1 alert') })).toBeHidden();
});

test('the mark of an open alert is of this workspace: another one does not show it', async ({ page, visit, say }) => {
  await visit('/alerts');
  await expect(page.getByText(say('Nenhum alerta aberto.', 'No alert is open.'))).toBeVisible();
  const name = say('1 alerta', '1 alert');
  await expectBarFits(page, name);
  const mark = page.getByRole('link', { name });
  const links = page.getByRole('navigation', { name: say('Principal', 'Main') }).getByRole('listitem');
  await expect(links).toHaveCount(8);

  await page.getByRole('button', { name: say('Espaço de visitante', 'Guest workspace') }).click();
  const panel = page.getByRole('dialog', { name: say('O seu espaço de trabalho', 'Your workspace') });
  const afresh = say('Começar outro espaço', 'Start another workspace');
  await panel.getByRole('button', { name: afresh }).click();
  await page
    .getByRole('dialog', { name: `${afresh}?` })
    .getByRole('button', { name: afresh })
    .click();
  await expect(mark).toBeHidden();
  await visit('/keys');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(mark).toBeHidden();
});

test('rules are switched off, changed, restored, created and deleted, with the keyboard', async ({
  page,
  visit,
  say,
}) => {
  await visit('/alerts');
  const silence = page.getByRole('row').filter({ hasText: say('Silêncio', 'Silence') });
  const isOn = silence.getByRole('checkbox', { name: say('ligada', 'is on') });
  await isOn.focus();
  await page.keyboard.press('Space');
  await expect(isOn).not.toBeChecked();
  await silence.getByRole('button', { name: say('Restaurar', 'Restore') }).press('Enter');
  await expect(isOn).toBeChecked();

  await page.getByRole('button', { name: say('Nova regra', 'New rule') }).press('Enter');
  await page.getByLabel(say('O que observar', 'What to watch')).selectOption('latency');
  await page.getByLabel(say('Limite (ms)', 'Threshold (ms)')).fill('70000');
  await page.getByLabel(say('Nome (opcional)', 'Name (optional)')).fill('Pedidos');
  await page.getByRole('button', { name: say('Criar regra', 'Create rule') }).press('Enter');
  await expect(page.getByText('60000')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(say('Limite (ms)', 'Threshold (ms)')).fill('700');
  await page.keyboard.press('Enter');
  const own = page.getByRole('row').filter({ hasText: 'Pedidos' });
  await expect(own).toBeVisible();
  await own.getByRole('spinbutton').fill('800');
  await page.keyboard.press('Enter');
  await expect(own.getByRole('button', { name: say('Salvar', 'Save') })).toBeHidden();
  await page.reload();
  await expect(own.getByRole('spinbutton')).toHaveValue('800');
  await own.getByRole('button', { name: say('Excluir', 'Delete') }).press('Enter');
  await expect(own).toBeHidden();
});

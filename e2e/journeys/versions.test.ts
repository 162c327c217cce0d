import { expect, test } from '../support/portal-test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both versions of an operation link to each other, and the older one says when it ends', async ({
    page,
    visit,
    say,
  }) => {
    await visit('/reference/crm/cadastrar-oportunidade-v1');
    const main = page.getByRole('main');
    const versions = main.getByRole('navigation', { name: say('Versões', 'Versions') });
    await expect(versions.locator('[aria-current]')).toHaveText('v1');
    await expect(main).toContainText(
      say('obsoleta desde 30 de junho de 2026, funciona até 30 de junho de 2027', 'deprecated since June 30, 2026'),
    );
    await expect(main.getByRole('link', { name: say('Guia de migração', 'Migration guide') })).toHaveAttribute(
      'href',
      /\/guides\/versions$/,
    );
    await versions.getByRole('link', { name: 'v2' }).click();
    await expect(page).toHaveURL(/\/reference\/crm\/cadastrar-oportunidade$/);
    await versions.getByRole('link', { name: 'v1' }).click();
    await expect(page).toHaveURL(/\/reference\/crm\/cadastrar-oportunidade-v1$/);
  });

  test('a page shows what has changed from one version to the next', async ({ page, visit, say }) => {
    await visit('/reference/crm/cadastrar-oportunidade');
    const changes = page.getByRole('region', {
      name: say('O que mudou da v1 para a v2', 'What has changed from v1 to v2'),
    });
    const rows = changes.getByRole('listitem');
    await expect(rows.filter({ hasText: 'valor.quantia' }).first()).toContainText(say('entrou', 'added'));
    await expect(rows.filter({ hasText: 'moeda' }).filter({ hasNotText: 'valor' }).first()).toContainText(
      say('saiu', 'removed'),
    );
    await visit('/reference/crm/listar-usuarios');
    await expect(rows).toHaveText([new RegExp(`${say('saiu', 'removed')}.*410`)]);
  });
});

test('the overview of an API folds its older version, and switches to it', async ({ page, visit, say }) => {
  await visit('/reference/crm');
  const main = page.getByRole('main');
  const old = main.getByRole('link', { name: /\/v1\/usuarios$/ }).first();
  await expect(main.getByRole('link', { name: /\/v2\/usuarios$/ }).first()).toBeVisible();
  await expect(old).toBeHidden();
  await main
    .getByRole('navigation', { name: say('Versões', 'Versions') })
    .getByRole('link', { name: 'v1' })
    .click();
  await expect(old).toBeVisible();
});

test('the navigation has the older version in a group of its own, folded', async ({ page, visit, say }) => {
  await visit('/reference/crm/listar-usuarios');
  const navigation = page.getByRole('navigation', { name: say('Páginas desta seção', 'Pages in this section') });
  await expect(navigation.getByRole('link', { name: '(v1)' })).toHaveCount(0);
  await visit('/reference/crm/listar-usuarios-v1');
  await expect(navigation.locator('[aria-current="page"]')).toBeInViewport();
});

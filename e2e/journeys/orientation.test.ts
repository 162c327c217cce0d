import { expect, expectHydrated, test } from '../support/portal-test.ts';

test('the navigation shows the page that one is on, also after a link to another', async ({ page, visit, say }) => {
  await visit('/reference/platform/list-suggestions');
  const current = page.getByRole('navigation', { name: say('Páginas desta seção', 'Pages in this section') });
  await expect(current.locator('[aria-current="page"]')).toBeInViewport();
  await page.locator('.pagination-nav__link--next').click();
  await expect(page).not.toHaveURL(/list-suggestions$/);
  await expect(current.locator('[aria-current="page"]')).toBeInViewport();
});

test('typing leaves the pages with such a name, without accents and in any group', async ({ page, visit, say }) => {
  await visit('/reference/notas');
  const navigation = page.getByRole('navigation', { name: say('Páginas desta seção', 'Pages in this section') });
  const field = navigation.getByRole('searchbox', { name: say('Filtrar páginas', 'Filter pages') });
  await expectHydrated(page);
  await field.fill(say('cadastrar USUARIO', 'create USER'));
  const found = navigation.getByRole('link');
  await expect(found.filter({ hasText: say('Cadastrar um usuário', 'Create a user') }).first()).toBeVisible();
  await expect(found.filter({ hasText: say('Cadastrar um cliente', 'Create a customer') })).toHaveCount(0);
  await field.fill('zzz');
  await expect(navigation).toContainText(say('Nenhuma página daqui tem esse nome', 'No page here has that name'));
  await field.press('Escape');
  await expect(found.filter({ hasText: say('Cadastrar um cliente', 'Create a customer') })).toBeVisible();
});

test('groups of the navigation collapse by themselves', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const navigation = page.getByRole('navigation', { name: say('Páginas desta seção', 'Pages in this section') });
  const group = navigation.getByRole('button', { name: say('Empresas', 'Companies'), exact: true });
  const other = navigation.getByRole('link', { name: say('Cadastrar um cliente', 'Create a customer') });
  await expectHydrated(page);
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await expect(other).toBeVisible();
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await expect(other).toBeVisible();
});

test('a page says where it is, and lists its sections, of which the one that is read is marked', async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas/create-customer');
  const crumbs = page.getByRole('navigation', { name: say('Onde você está', 'Where you are') }).getByRole('link');
  await expect(crumbs).toHaveText([say('Referência', 'Reference'), 'Notas', say('Clientes', 'Customers')]);
  const contents = page.getByRole('navigation', { name: say('Nesta página', 'On this page') });
  const responses = contents.getByRole('link', { name: say('Respostas', 'Responses') });
  await expectHydrated(page);
  await responses.click();
  await expect(page.getByRole('heading', { name: say('Respostas', 'Responses') })).toBeInViewport();
  await expect(responses).toHaveAttribute('aria-current', 'true');
  await expect(contents).toBeInViewport();
  await crumbs.last().click();
  await expect(page).toHaveURL(/\/reference\/notas#tag-/);
});

test('what is inside of fields is folded, and expands and collapses at once', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const body = page.getByRole('region', { name: say('Corpo', 'Body'), exact: true });
  const inner = body.getByRole('link', { name: 'postal_code', exact: true });
  await expectHydrated(page);
  await expect(body.getByRole('link', { name: 'address', exact: true })).toBeVisible();
  await expect(inner).toBeHidden();
  await body.getByRole('button', { name: say('Expandir tudo', 'Expand all') }).click();
  await expect(inner).toBeVisible();
  await body.getByRole('button', { name: say('Recolher tudo', 'Collapse all') }).click();
  await expect(inner).toBeHidden();
});

test('the switch of languages keeps the query and the place', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer?from=mail');
  const other = page.getByRole('link', { name: say('EN · English', 'PT · Português') });
  await expectHydrated(page);
  const contents = page.getByRole('navigation', { name: say('Nesta página', 'On this page') });
  await contents.getByRole('link', { name: say('Respostas', 'Responses') }).click();
  await expect(other).toHaveAttribute('href', /create-customer\?from=mail#responses$/);
});

test('on paper, everything is open and nothing is there to click', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'postal_code', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: say('Experimentar', 'Try it') })).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
});

test('a page that does not exist offers a search for the words of its address', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-invoices', 404);
  const search = page.getByRole('search');
  await expect(search.getByRole('searchbox')).toHaveValue('create invoices');
  await search.getByRole('button', { name: say('Buscar', 'Search') }).click();
  await expect(page).toHaveURL(/\/search\?q=create\+invoices$/);
});

test('search engines find the pages that are for all, and no others', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('Disallow: /sandbox/');
  expect(robots).toMatch(/^Sitemap: \S+\/en\/sitemap\.xml$/m);
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(sitemap).toContain('/reference/notas/create-customer<');
  for (const page of ['outbox', 'reset-password', 'confirm-email', 'account', 'search'])
    expect(sitemap).not.toMatch(new RegExp(`//[^/]+/${page}<`));
  const html = await (await request.get('/reference/notas/create-customer')).text();
  expect(html).toMatch(/property="?og:image"? content="?[^">]*\/card\.png/);
});

test('an operation that lists leads to how the API pages, filters and tells errors', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: say('Como filtrar', 'How to filter') })).toHaveAttribute(
    'href',
    /\/reference\/notas\/how-it-works#filters$/,
  );
  await expect(main.getByRole('link', { name: say('Como ler os erros', 'How to read errors') })).toBeVisible();
  await main.getByRole('link', { name: say('Como paginar', 'How to paginate') }).click();
  await expect(page).toHaveURL(/\/reference\/notas\/how-it-works#pages$/);
  await visit('/reference/notas/create-customer');
  await expect(main.getByRole('link', { name: say('Como paginar', 'How to paginate') })).toHaveCount(0);
});

import { expectAccessible, expectNarrow } from '../support/accessibility.ts';
import { openConsole } from '../support/console.ts';
import { newPerson, signUp } from '../support/people.ts';
import { expect, expectHydrated, test } from '../support/portal-test.ts';
import { openCaller, wrongCustomer } from '../support/requests.ts';
import { openWebhooks } from '../support/webhooks.ts';

/** One page of each kind. */
const pages = {
  'the home page': '/',
  'a guide': '/guides/errors',
  'the index of an API': '/reference/notas',
  'the page of an endpoint': '/reference/notas/create-customer',
  'the page of an older version': '/reference/crm/cadastrar-oportunidade-v1',
  'how an API works': '/reference/notas/how-it-works',
  'what a sandbox understood': '/reference/biblioteca/sandbox-plan',
  'the index of an API that has faults': '/reference/defeituosa',
  'the search': '/search?q=invalid_json',
  'the downloads': '/downloads',
  'the workspace': '/workspace',
  'the alerts': '/alerts',
  'the keys': '/keys',
  'the OAuth clients': '/keys?tab=clients',
  'the audit trail': '/keys?tab=audit',
  'the webhooks of an empty workspace': '/webhooks',
  'the endpoints': '/webhooks?tab=endpoints',
  'the inboxes': '/webhooks?tab=inboxes',
  'the requests of an empty workspace': '/requests',
  'signing in': '/sign-in',
  'signing up': '/sign-up',
  'a new password': '/reset-password',
  'the account of a guest': '/account',
  'the usage of an empty workspace': '/usage',
  'the members, for a guest': '/members',
  'an invitation without its link': '/invitation',
  'a confirmation without its link': '/confirm-email',
  'the outbox': '/outbox',
  'the suggestions, for a guest': '/suggestions',
  'a page that is not there': '/nada/aqui',
};

/** The expected status of a page. */
const statusOf = (path: string) => (path === '/nada/aqui' ? 404 : 200);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [name, path] of Object.entries(pages)) {
  test(`${name} has no serious accessibility issues, and no horizontal scrolling in a narrow window`, async ({
    page,
    visit,
  }) => {
    await visit(path, statusOf(path));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectHydrated(page);
    if (path.includes('?q=')) await expect(page.locator('[data-phase="found"]')).toBeVisible();
    // What fades in has not its colours yet.
    await expect(page.locator('[class*="loading"]')).toHaveCount(0);
    await expectAccessible(page);
    await expectNarrow(page);
  });
}

test('the key form and the new secret have no serious accessibility issues', async ({ page, visit, say }) => {
  await visit('/keys');
  await page.getByRole('button', { name: say('Nova chave', 'New key') }).click();
  await page.getByRole('button', { name: say('Plataforma', 'Platform') }).click();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  await expect(page.getByText(say('Escolha ao menos um escopo.', 'Choose at least one scope.'))).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(say('Nome', 'Name'), { exact: true }).fill('Loja');
  await page.getByRole('checkbox', { name: say('Todas as APIs: ler', 'All APIs: read') }).check();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  await expect(page.getByRole('button', { name: say('Já salvei', 'I have saved it') })).toBeVisible();
  await expectAccessible(page);
});

test('the console with a response has no serious accessibility issues, and no horizontal scrolling', async ({
  page,
  visit,
  say,
}) => {
  test.slow();
  await visit('/reference/notas/list-customers');
  const panel = await openConsole(page, say);
  await expectAccessible(page, { part: '#try' });
  await panel.send();
  await expect(panel.status).toContainText('200');
  await expectAccessible(page, { part: '#try' });
  await expectNarrow(page);
});

test('the webhooks of a busy workspace have no serious accessibility issues, and no horizontal scrolling', async ({
  page,
  visit,
}) => {
  test.slow();
  await visit('/webhooks');
  const webhooks = await openWebhooks(page);
  const { inbox } = await webhooks.receive({ answer: { status: 500 } });
  const delivery = await webhooks.sendTest();
  for (const part of [`?delivery=${delivery}`, '?tab=endpoints', '?tab=inboxes']) {
    await visit(`/webhooks${part}`);
    await expect(page.getByText(inbox.url, { exact: true }).filter({ visible: true }).first()).toBeVisible();
    await expectAccessible(page);
    await expectNarrow(page);
  }
});

test('a workspace with people has no serious accessibility issues, and nothing is cut off in a narrow window', async ({
  page,
  visit,
  say,
}) => {
  test.slow();
  await visit('/sign-up');
  await signUp(page, say, newPerson('Marina Couto de Albuquerque'));
  await page.getByRole('link', { name: say('Membros, convites', 'Members, invitations') }).click();
  await page.getByLabel('E-mail').fill(newPerson('Rafael Prado').email);
  await page.getByRole('button', { name: say('Convidar', 'Invite') }).click();
  await expect(page.getByRole('button', { name: say('Copiar o link', 'Copy the link') })).toBeVisible();
  await expectAccessible(page);
  await expectNarrow(page);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const button of await page.getByRole('main').getByRole('button').all()) {
    const box = await button.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0), (await button.textContent()) ?? '').toBeLessThanOrEqual(360);
  }
  await visit('/account');
  await page.getByRole('button', { name: say('Excluir a conta…', 'Delete the account…') }).click();
  await expectAccessible(page);
  await expectNarrow(page);
});

test('the request log and an entry have no serious accessibility issues, and no horizontal scrolling', async ({
  page,
  visit,
}) => {
  test.slow();
  await visit('/requests');
  const { id } = await (await openCaller(page)).createCustomer(wrongCustomer);
  await expect(page.getByRole('link', { name: /POST.*422/ })).toBeVisible();
  await expectAccessible(page);
  await expectNarrow(page);
  await visit(`/requests?id=${id}`);
  await expect(page.locator('li[data-wrong="true"]')).toBeVisible();
  await expectAccessible(page);
  await expectNarrow(page);
});

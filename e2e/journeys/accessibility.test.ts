import { expectNoBarriers } from '../support/barriers.ts';
import { openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';
import { openWebhooks } from '../support/webhooks.ts';

/** One page of every kind that the portal has. */
const pages = {
  'the home page': '/',
  'a guide': '/guides/errors',
  'the index of an API': '/reference/notas',
  'the page of an endpoint': '/reference/notas/create-customer',
  'what a sandbox understood': '/reference/biblioteca/sandbox-plan',
  'the index of an API that has faults': '/reference/defeituosa',
  'the search': '/search?q=invalid_json',
  'the downloads': '/downloads',
  'the workspace': '/workspace',
  'the keys': '/keys',
  'the OAuth clients': '/keys?tab=clients',
  'the audit trail': '/keys?tab=audit',
  'the webhooks of an empty workspace': '/webhooks',
  'the endpoints': '/webhooks?tab=endpoints',
  'the inboxes': '/webhooks?tab=inboxes',
  'signing in': '/sign-in',
  'signing up': '/sign-up',
  'a new password': '/reset-password',
  'the account of a guest': '/account',
  'the members, for a guest': '/members',
  'an invitation without its link': '/invitation',
  'a confirmation without its link': '/confirm-email',
  'the outbox': '/outbox',
  'a page that is not there': '/nada/aqui',
};

/** The status with which a page is there, or is not. */
const statusOf = (path: string) => (path === '/nada/aqui' ? 404 : 200);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [name, path] of Object.entries(pages)) {
  test(`${name} has no serious barrier, and does not scroll sideways in a narrow window`, async ({ page, visit }) => {
    await visit(path, statusOf(path));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoBarriers(page);
    await expectNarrow(page);
  });
}

test('the form of a key, and the secret that comes of it, have no serious barrier', async ({ page, visit, say }) => {
  await visit('/keys');
  await page.getByRole('button', { name: say('Nova chave', 'New key') }).click();
  await page.getByRole('button', { name: say('Plataforma', 'Platform') }).click();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  await expect(page.getByText(say('Escolha ao menos um escopo.', 'Choose at least one scope.'))).toBeVisible();
  await expectNoBarriers(page);
  await page.getByLabel(say('Nome', 'Name'), { exact: true }).fill('Loja');
  await page.getByRole('checkbox', { name: say('Todas as APIs: ler', 'All APIs: read') }).check();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  await expect(page.getByRole('button', { name: say('Já guardei', 'I have put it away') })).toBeVisible();
  await expectNoBarriers(page);
});

test('the console, open and answered, has no serious barrier, and does not scroll sideways', async ({
  page,
  visit,
  say,
}) => {
  test.slow();
  await visit('/reference/notas/list-customers');
  const panel = await openConsole(page, say);
  await expectNoBarriers(page, { part: '#try' });
  await panel.send();
  await expect(panel.status).toContainText('200');
  await expectNoBarriers(page, { part: '#try' });
  await expectNarrow(page);
});

test('the webhooks of a busy workspace have no serious barrier, and do not scroll sideways', async ({
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
    await expectNoBarriers(page);
    await expectNarrow(page);
  }
});

type Page = Parameters<typeof openConsole>[0];

/** In a window 360 pixels wide nothing is wider than that. */
async function expectNarrow(page: Page): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  // The navigation changes its form once the page has heard of the new width.
  await expect.poll(overhang, `pixels too wide, at ${page.url()}`).toBeLessThanOrEqual(0);
  if (usual) await page.setViewportSize(usual);
}

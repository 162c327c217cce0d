import AxeBuilder from '@axe-core/playwright';
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

test.describe('in light colours and in dark ones', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const [name, path] of Object.entries(pages)) {
    test(`${name} has no serious barrier`, async ({ page, visit }) => {
      await visit(path, statusOf(path));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoBarriers(page);
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

  test('the console, open and answered, has no serious barrier', async ({ page, visit, say }) => {
    test.slow();
    await visit('/reference/notas/list-customers');
    const panel = await openConsole(page, say);
    await expectNoBarriers(page);
    await panel.send();
    await expect(panel.status).toContainText('200');
    await expectNoBarriers(page);
  });

  test('the webhooks of a busy workspace have no serious barrier', async ({ page, visit }) => {
    test.slow();
    await lookAtWebhooks(page, visit, () => expectNoBarriers(page));
  });
});

test.describe('360 pixels wide', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const [name, path] of Object.entries(pages)) {
    test(`${name} does not scroll sideways`, async ({ page, visit }) => {
      await visit(path, statusOf(path));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
  }

  test('the console, open and answered, does not scroll sideways', async ({ page, visit, say }) => {
    await visit('/reference/notas/list-customers');
    const panel = await openConsole(page, say);
    await panel.send();
    await expect(panel.status).toContainText('200');
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });

  test('the webhooks of a busy workspace do not scroll sideways', async ({ page, visit }) => {
    await lookAtWebhooks(page, visit, async (part) => expect(await overhang(page), part).toBeLessThanOrEqual(0));
  });
});

/** Fills the log, then looks at a delivery that is open, at the endpoints and at the inboxes. */
async function lookAtWebhooks(page: Page, visit: (path: string) => Promise<void>, look: (at: string) => Promise<void>) {
  await visit('/webhooks');
  const webhooks = await openWebhooks(page);
  const { inbox } = await webhooks.receive({ answer: { status: 500 } });
  const delivery = await webhooks.sendTest();
  for (const part of [`?delivery=${delivery}`, '?tab=endpoints', '?tab=inboxes']) {
    await visit(`/webhooks${part}`);
    await expect(page.getByText(inbox.url, { exact: true }).filter({ visible: true }).first()).toBeVisible();
    await look(part);
  }
}

type Page = Parameters<typeof openConsole>[0];

async function expectNoBarriers(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await barriers(page), `in ${colorScheme} colours, at ${page.url()}`).toEqual([]);
  }
}

/** Serious and critical findings of axe, each with the element that has it. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** Pixels by which the page is wider than the window. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

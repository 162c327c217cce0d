import { expectAccessible } from '../../support/accessibility.ts';
import { readSite } from '../../support/built-site.ts';
import { expect, test } from '../../support/portal-test.ts';

const missing =
  'keys|webhooks|requests|usage|alerts|account|sign-in|sign-up|members|invitation|outbox|suggestions|downloads';
const links = new RegExp(`href="?[^ >"]*/developers/(${missing})[ >"?#/]`, 'g');
const operations =
  /reference\/platform\/[\w-]*(key|client|token|member|invitation|event|webhook|inbox|deliver|request|metric|alert|suggestion)/g;

test('no page links to what is off, and no operation of it has a page', () => {
  const found = (name: 'whole' | 'reduced') =>
    [...readSite(name)].flatMap(([file, text]) =>
      [...text.matchAll(links), ...text.matchAll(operations), ...file.matchAll(operations)].map(
        ([excerpt]) => `${file}: ${excerpt}`,
      ),
    );
  expect(found('whole').length).toBeGreaterThan(100);
  expect(found('reduced')).toEqual([]);
  const pages = [...readSite('reduced').keys()].filter((file) => new RegExp(`^(${missing})\\.html$`).test(file));
  expect(pages).toEqual([]);
});

test('the sandbox works without all else, and no page asks for what is not there', async ({ page, visit, portal }) => {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  await visit('/');
  await page.getByRole('button', { name: 'Make the first call' }).click();
  const steps = page.getByRole('region', { name: 'The first call' }).getByRole('listitem');
  await expect(steps.filter({ hasText: /^POST/ })).toContainText(/201 Created/);
  await expectAccessible(page);
  await visit('/reference/train-travel/create-booking#try');
  await page.locator('#try').getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#try [data-phase="done"]').getByRole('status').first()).toContainText('201');
  await visit('/workspace');
  await expect(page.getByRole('table')).toContainText('Records');
  await expect(page.getByRole('table')).not.toContainText('Webhook');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Export the workspace' }).click();
  await expect(page.getByText('The file was downloaded.')).toBeVisible();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /workspace/i })
    .click();
  await expect(page.getByRole('dialog', { name: 'Your workspace' })).toContainText('Test key');
  expect(await page.getByRole('navigation').first().getByRole('listitem').allTextContents()).toEqual([
    'Guides',
    'Reference',
    'Workspace',
  ]);
  await visit('/search');
  expect(refused).toEqual([]);
  expect(
    (await fetch(`${portal.url}/sitemap.xml`).then((response) => response.text())).match(
      /\/(keys|webhooks|downloads)</,
    ),
  ).toBeNull();
});

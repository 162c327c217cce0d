import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import { builtInGuides } from '../../scripts/site/guides/built-in-guides.ts';
import { foreignPortal } from '../../server/testing/foreign-portal.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { performGuide } from '../support/guide-runner.ts';
import { expect, test, withFolder } from '../support/portal-test.ts';
import { readBlocks } from '../support/read-guide.ts';
import { openShell } from '../support/shell.ts';

/** The guide that its provider has written in the place of a built-in one. */
const replaced = 'usage';
const builtIn = builtInGuides.map(({ id }) => id).filter((id) => id !== replaced);

test('it has the built-in guides, with examples of its own document, and its own beside them', async ({
  page,
  visit,
}) => {
  await visit('/guides');
  const sidebar = page.getByRole('navigation', { name: 'Pages in this section' });
  const addresses = await sidebar
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const expected = [...builtInGuides.map(({ id }) => id), 'first-train'].map((id) => (id === 'index' ? '' : `/${id}`));
  expect(addresses).toEqual(expected.map((id) => `/developers/guides${id}`));
  await expectAccessible(page);

  for (const id of ['quickstart', 'sandbox']) {
    await visit(`/guides/${id}`);
    await expect(page.getByRole('main')).toContainText('/developers/sandbox/train-travel/bookings');
    await expectAccessible(page);
  }
});

test('a guide of its own stands in the place of the built-in one', async ({ page, visit }) => {
  await visit(`/guides/${replaced}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we count');
  await expect(page.getByRole('main')).not.toContainText('p95_ms');
});

test('a built-in guide runs in the page, from a key to the record that was created', async ({ page, visit, say }) => {
  await visit('/guides/quickstart');
  const run = page.getByRole('button', { name: say('Executar', 'Run'), exact: true });
  await run.last().click();
  await expect(page.locator('[data-run="done"]').last()).toContainText('200 OK');
});

test('the type of an error leads to its place in the guide', async ({ page, portal }) => {
  for (const path of ['/platform/v1/workspace', '/sandbox/train-travel/bookings']) {
    const { type } = await (await fetch(portal.url + path, { headers: { 'accept-language': 'en' } })).json();
    await page.goto(type);
    expect(page.url()).toBe(`${portal.url}/guides/errors#missing_credentials`);
    await expect(page.getByRole('heading', { name: 'missing_credentials' })).toBeInViewport();
  }
});

for (const id of builtIn) {
  test(`the commands and programs of the built-in guide "${id}" do what it says, in a terminal`, async ({ portal }) => {
    const written = readFileSync(join(foreignPortal(), '.cais/guides/en', `${id}.mdx`), 'utf8');
    const blocks = readBlocks(written.replaceAll('http://localhost:3000', portal.url));
    // Bodies are the examples of the document, whose values and optional members are others.
    const compared = blocks.filter(({ language, exact }) => language !== 'json' || exact);
    await withFolder(async (parent) => {
      symlinkSync(join(root, 'node_modules'), join(parent, 'node_modules'), 'dir');
      const folder = join(parent, 'guide');
      mkdirSync(folder);
      const shell = openShell({}, folder);
      try {
        await performGuide(id, compared, shell, folder);
      } finally {
        shell.end();
      }
    });
  });
}

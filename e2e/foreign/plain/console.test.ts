import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { stationUrl } from '../../../server/testing/foreign-portal.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { expect, test } from '../../support/portal-test.ts';
import { openStation } from './station.ts';

// The server that they call has one port.
test.describe.configure({ mode: 'serial' });

async function sendTo(page: Page, address: string, key: string): Promise<void> {
  await page.goto(address);
  const console = page.locator('#try');
  await console.getByLabel('Server').selectOption(stationUrl);
  await expect(console).toContainText('What it changes there is really changed');
  await console.getByLabel('Key or token').fill(key);
  await console.getByRole('button', { name: 'Send', exact: true }).click();
}

test('the console calls the server that the reader chooses, with a key that stays in the tab', async ({
  page,
  portal,
}) => {
  const station = await openStation({ isOpen: true });
  const toPortal: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(stationUrl)) toPortal.push(`${request.url()} ${JSON.stringify(request.headers())}`);
  });
  try {
    await sendTo(page, `${portal.url}/reference/train-travel/get-stations#try`, 'my_own_key');
    await expect(page.locator('#try [data-phase="done"]')).toContainText('York');
    expect(station.calls.map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
      ['GET', '/rail/stations', 'Bearer my_own_key'],
    ]);
    // Samples follow the choice, also on the pages of other operations, and show no key.
    const sample = page.getByRole('region', { name: 'Sample calls' });
    await expect(sample).toContainText(`${stationUrl}/stations`);
    await expect(sample).not.toContainText('my_own_key');
    await expectAccessible(page);
    expect(toPortal.filter((request) => request.includes('my_own_key'))).toEqual([]);
    const stored = await page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]);
    expect(stored.map((text) => text.includes('my_own_key'))).toEqual([false, true]);
    await page.goto(`${portal.url}/reference/train-travel/get-trips`);
    await expect(page.getByRole('region', { name: 'Sample calls' })).toContainText(`${stationUrl}/trips`);
    await page.goto(`${portal.url}/downloads`);
    const button = page.getByRole('button', { name: `Download the collection for ${new URL(stationUrl).host}` });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(`"value": "${stationUrl}"`);
  } finally {
    await station.close();
  }
});

test('a server that does not let pages of others call it is explained', async ({ page, portal }) => {
  const station = await openStation({ isOpen: false });
  try {
    await sendTo(page, `${portal.url}/reference/train-travel/get-stations#try`, 'my_own_key');
    await expect(page.locator('#try').getByRole('alert')).toContainText('CORS');
    await expect(page.locator('#try').getByRole('tab', { name: 'curl' })).toBeVisible();
  } finally {
    await station.close();
  }
});

test('pages reach these servers and no others', async ({ portal }) => {
  const policy = (await fetch(portal.url)).headers.get('content-security-policy') ?? '';
  const [, sources] = /connect-src ([^;]*)/.exec(policy) ?? [];
  expect(sources?.split(' ')).toEqual(["'self'", 'https://api.example.com', new URL(stationUrl).origin]);
});

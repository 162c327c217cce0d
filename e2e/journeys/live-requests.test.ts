import { expectAccessible } from '../support/accessibility.ts';
import { expect, type Journey, test } from '../support/portal-test.ts';
import { openCaller } from '../support/requests.ts';

type Page = Parameters<typeof openCaller>[0];

const rowsOf = (page: Page) => page.getByRole('link', { name: /customers/ });
const liveOf = (page: Page, say: Journey['say']) => page.getByRole('button', { name: say('Ao vivo', 'Live') });

/** Opens the log, and waits until it follows new calls. */
async function openLive(page: Page, visit: Journey['visit'], say: Journey['say'], address = '/requests') {
  await visit(address);
  const caller = await openCaller(page);
  await expect(liveOf(page, say)).toHaveAttribute('data-state', 'open');
  return caller;
}

test('new calls show up while the list is live, and not while it is paused', async ({ page, visit, say }) => {
  const caller = await openLive(page, visit, say);
  const rows = rowsOf(page);
  await caller.readCustomer('cus_a');
  await expect(rows).toHaveCount(1);
  await liveOf(page, say).click();
  await expect(liveOf(page, say)).toHaveAttribute('data-state', 'off');
  await caller.readCustomer('cus_b');
  await caller.waitUntilLogged('cus_b');
  await expect(rows).toHaveCount(1);
  await liveOf(page, say).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('cus_b');
});

test('new calls come by the stream, as far as they match the filters', async ({ page, visit, say }) => {
  const caller = await openLive(page, visit, say, '/requests?status=4xx&method=GET');
  await caller.readCustomer('cus_first');
  await expect(rowsOf(page)).toHaveCount(1);
  // From here on, nothing is read but the stream.
  await page.route(/\/platform\/v1\/requests\?/, (route) => route.abort());
  await caller.createCustomer({});
  await caller.readCustomer('cus_second');
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(rowsOf(page).first()).toContainText('cus_second');
  await expect(liveOf(page, say)).toHaveAttribute('data-state', 'open');
});

test('where the stream is refused, the list looks for new calls itself, and says when it cannot', async ({
  page,
  visit,
  say,
}) => {
  await page.route('**/platform/v1/requests/stream*', (route) =>
    route.fulfill({ status: 403, json: { title: 'Quota', status: 403, code: 'quota_exceeded' } }),
  );
  const caller = await openLive(page, visit, say);
  await caller.readCustomer('cus_a');
  await expect(rowsOf(page)).toHaveCount(1);
  await page.route(/\/platform\/v1\/requests\?/, (route) => route.abort());
  await expect(page.getByRole('button', { name: say('Conexão perdida', 'Connection lost') })).toBeVisible();
  await page.unroute(/\/platform\/v1\/requests\?/);
  await caller.readCustomer('cus_b');
  await expect(rowsOf(page)).toHaveCount(2);
});

test('calls that come in do not move the row that somebody is at; they wait, are told, and are shown on demand', async ({
  page,
  visit,
  say,
}) => {
  const caller = await openLive(page, visit, say);
  await caller.readCustomer('cus_a');
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(1);
  await rows.first().focus();
  const place = await rows.first().boundingBox();
  await caller.readCustomer('cus_b');
  const more = page.getByRole('button', { name: say('1 requisição nova', '1 new request') });
  await expect(more).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: say('2 requisições novas', '2 new requests') }),
  ).toBeAttached();
  await expect(rows).toHaveCount(1);
  expect(await rows.first().boundingBox()).toEqual(place);
  await expectAccessible(page);
  await more.press('Enter');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('cus_b');
  await expect(more).toBeHidden();
  await expect(page.getByRole('region', { name: say('mais recentes', 'newest first') })).toBeFocused();
  await caller.readCustomer('cus_c');
  await expect(rows).toHaveCount(3);
});

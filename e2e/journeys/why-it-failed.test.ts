import { expectAccessible } from '../support/accessibility.ts';
import { findConsole } from '../support/console.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, expectHydrated, type Journey, test } from '../support/portal-test.ts';
import { type Caller, openCaller, wrongCustomer } from '../support/requests.ts';

type Page = Parameters<typeof openCaller>[0];

/** A workspace in which the call of a CI has failed; the reader is on the home page. */
async function failFromHome(page: Page, visit: Journey['visit']): Promise<Caller> {
  await visit('/requests');
  const caller = await openCaller(page);
  await caller.createCustomer(wrongCustomer);
  await visit('/');
  await expectHydrated(page);
  return caller;
}

const reasonOf = (page: Page, say: Journey['say']) =>
  page.getByRole('heading', { name: say('Há campos inválidos', 'Some fields are not valid') });
const failedOf = (page: Page) => page.getByRole('link', { name: /POST.*customers.*422/ });

test('two clicks lead from the home page to why a call failed, and two more to the new answer and the difference', async ({
  page,
  visit,
  say,
}) => {
  await failFromHome(page, visit);
  const navigation = page.getByRole('navigation', { name: say('Principal', 'Main') });
  await navigation.getByRole('link', { name: say('Requisições', 'Requests') }).click();
  await failedOf(page).click();
  await expect(reasonOf(page, say)).toBeVisible();

  await page.getByRole('link', { name: say('Editar e reenviar', 'Edit and resend') }).click();
  const panel = await findConsole(page, say);
  await panel.send();
  const difference = panel.response.getByRole('region', { name: say('Comparada com', 'Compared with') });
  await expect(difference).toContainText(say('A resposta é a mesma', 'The response is the same'));
  await expect(panel.status).toContainText('422');
  await expectAccessible(page, { part: '#try' });
});

test('the same by keyboard, and in a narrow window', async ({ page, visit, say }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await failFromHome(page, visit);
  const step = page.getByRole('main').getByRole('link', { name: say('Requisições', 'Requests'), exact: true });
  await tabTo(page, step);
  await page.keyboard.press('Enter');
  await expect(failedOf(page)).toBeVisible();
  await tabTo(page, failedOf(page));
  await page.keyboard.press('Enter');
  await expect(reasonOf(page, say)).toBeVisible();
  const resend = page.getByRole('link', { name: say('Editar e reenviar', 'Edit and resend') });
  await tabTo(page, resend);
  await page.keyboard.press('Enter');
  const panel = await findConsole(page, say);
  const send = panel.region.getByRole('button', { name: say('Enviar', 'Send'), exact: true });
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  await expect(panel.status).toContainText('422');
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overhang).toBeLessThanOrEqual(0);
});

test('the log is accessible while it loads, when it cannot be read, and when nothing matches', async ({
  page,
  visit,
  say,
}) => {
  let answer = (_: 'fail' | 'lose') => {};
  const held = new Promise<'fail' | 'lose'>((resolve) => {
    answer = resolve;
  });
  const list = /\/platform\/v1\/requests\?/;
  await page.route(list, async (route) => {
    if ((await held) === 'lose') await route.abort();
    else await route.fulfill({ status: 500, json: { title: 'Error', status: 500, code: 'internal_error' } });
  });
  await visit('/requests');
  await expect(page.getByText(say('Carregando as requisições', 'Loading'))).toBeVisible();
  await expectAccessible(page);
  answer('fail');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.unroute(list);
  await page.route(list, (route) => route.abort());
  await page.getByRole('alert').getByRole('button').click();
  await expect(page.getByRole('alert')).toContainText(say('não respondeu', 'did not respond'));
  await expectAccessible(page);
  await page.unroute(list);
  await visit('/requests?status=418');
  await expect(page.getByText(say('Nenhuma requisição corresponde', 'No request matches'))).toBeVisible();
  await expectAccessible(page);
});

test('long paths, bodies and lists fit, and stay accessible', async ({ page, visit, say }) => {
  await visit('/requests');
  const caller = await openCaller(page);
  const long = 'x'.repeat(900);
  const { id } = await caller.createCustomer({
    ...wrongCustomer,
    name: long,
    notes: Array(300).fill(long.slice(0, 50)),
  });
  for (let made = 0; made < 60; made++) await caller.readCustomer(`${made}${long}`);
  await page.setViewportSize({ width: 360, height: 740 });
  await visit('/requests');
  const rows = page.locator('main li a');
  await expect(rows.first()).toBeVisible();
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overhang).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await expect(async () => {
    await rows.last().scrollIntoViewIfNeeded();
    expect(await rows.count()).toBe(61);
  }, 'the end of the list loads what follows').toPass();
  await visit(`/requests?id=${id}`);
  await expect(reasonOf(page, say)).toBeVisible();
  await expect.poll(overhang).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

import type { Page } from '@playwright/test';
import { expectAccessible, expectNarrow } from '../support/accessibility.ts';
import { expect, test } from '../support/portal-test.ts';

/** The pages whose content comes from the server while they are read; Spanish texts are the longest. */
const pages = [
  '/workspace',
  '/alerts',
  '/keys',
  '/keys?tab=clients',
  '/keys?tab=audit',
  '/webhooks',
  '/webhooks?tab=endpoints',
  '/webhooks?tab=inboxes',
  '/requests',
  '/requests?id=req_0',
  '/usage',
];

const api = '**/platform/v1/**';

/** What becomes of the platform's answers in each state. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'while it loads': (page) => page.route(api, () => {}),
  'when the server fails': (page) =>
    page.route(api, (route) =>
      route.fulfill({
        status: 500,
        json: { title: 'Error', status: 500, code: 'internal_error', detail: 'It failed.' },
      }),
    ),
  'without a network': (page) => page.route(api, (route) => route.abort()),
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const path of pages) {
  for (const [state, enter] of Object.entries(states)) {
    test(`${path} ${state} says so, and is accessible and narrow enough`, async ({ page, visit }) => {
      await enter(page);
      await visit(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const said = page.getByRole('main').locator('[role="status"], [role="alert"], [aria-busy="true"]');
      const alert = page.getByRole('main').getByRole('alert');
      await expect((state === 'while it loads' ? said : alert).filter({ visible: true }).first()).toBeVisible();
      await expectAccessible(page);
      await expectNarrow(page);
    });
  }
}

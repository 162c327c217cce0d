import type { Locator, Page } from '@playwright/test';

type Say = (portuguese: string, english: string) => string;

/** The console on an endpoint's page. */
export interface ConsolePanel {
  region: Locator;
  /** The response, once there is one. */
  response: Locator;
  /** What a screen reader announces: status and time. */
  status: Locator;
  send: () => Promise<void>;
  /** Opens a tab of the response. */
  tab: (name: string | RegExp) => Promise<Locator>;
}

/** Opens the console on the current endpoint's page. */
export async function openConsole(page: Page, say: Say): Promise<ConsolePanel> {
  await page.getByRole('button', { name: say('Experimentar', 'Try it') }).click();
  return findConsole(page, say);
}

/** Finds the console where it is already open, such as after `#try`: that of the address, not of the page before. */
export async function findConsole(page: Page, say: Say): Promise<ConsolePanel> {
  const region = page.locator('#try');
  await page.waitForFunction(() =>
    location.pathname.replace(/\/$/, '').endsWith(`/${document.querySelector('#try')?.getAttribute('data-operation')}`),
  );
  const sendButton = region.getByRole('button', { name: say('Enviar', 'Send'), exact: true });
  await sendButton.waitFor();
  const response = region.locator('[data-phase]');
  return {
    region,
    response,
    status: response.getByRole('status').first(),
    send: () => sendButton.click(),
    async tab(name) {
      await response.getByRole('tab', { name }).click();
      return response.getByRole('tabpanel');
    },
  };
}

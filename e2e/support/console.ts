import type { Locator, Page } from '@playwright/test';

type Say = (portuguese: string, english: string) => string;

/** The console of an endpoint's page, as a person uses it. */
export interface ConsolePanel {
  region: Locator;
  /** The answer, once there is one. */
  answer: Locator;
  /** What a screen reader hears of the answer: status and time. */
  status: Locator;
  send: () => Promise<void>;
  /** Opens one part of the answer. */
  tab: (name: string | RegExp) => Promise<Locator>;
}

/** Opens the console of the endpoint's page that is shown. */
export async function openConsole(page: Page, say: Say): Promise<ConsolePanel> {
  await page.getByRole('button', { name: say('Experimentar', 'Try it') }).click();
  return findConsole(page, say);
}

/** The console of a page that was left with it open, or whose address ends in `#try`. */
export async function findConsole(page: Page, say: Say): Promise<ConsolePanel> {
  const region = page.locator('#try');
  const sendButton = region.getByRole('button', { name: say('Enviar', 'Send'), exact: true });
  await sendButton.waitFor();
  const answer = region.locator('[data-phase]');
  return {
    region,
    answer,
    status: answer.getByRole('status').first(),
    send: () => sendButton.click(),
    async tab(name) {
      await answer.getByRole('tab', { name }).click();
      return answer.getByRole('tabpanel');
    },
  };
}

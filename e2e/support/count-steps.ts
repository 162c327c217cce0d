import type { Page } from '@playwright/test';

export interface Steps {
  /** Presses of a pointer, and of Enter. */
  clicks: number;
  /** Fields that were filled or chosen in. */
  fields: number;
}

/** Counts what readers do from now on, on all pages that this one leads to; a press that only enters a text field is none. */
export async function countSteps(page: Page): Promise<Steps> {
  const steps: Steps = { clicks: 0, fields: 0 };
  await page.exposeBinding('countStep', (_, kind: keyof Steps) => {
    steps[kind]++;
  });
  const listen = () => {
    // biome-ignore lint/suspicious/noExplicitAny: the binding is the test's own
    const { countStep } = window as any;
    const text = 'textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button])';
    const isText = (target: EventTarget | null) => target instanceof Element && target.matches(text);
    const filled = new WeakSet<EventTarget>();
    addEventListener('pointerdown', ({ target }) => !isText(target) && countStep('clicks'), true);
    addEventListener('keydown', ({ key }) => key === 'Enter' && countStep('clicks'), true);
    addEventListener(
      'input',
      ({ target }) => {
        if (!target || !isText(target) || filled.has(target)) return;
        filled.add(target);
        countStep('fields');
      },
      true,
    );
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return steps;
}

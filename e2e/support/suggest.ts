import type { Locator, Page } from '@playwright/test';

type Say = (portuguese: string, english: string) => string;

/** The line at the foot of a page that opens the form. */
export const question = (page: Page, say: Say): Locator =>
  page.locator('summary').getByText(say('O que está errado ou faltando aqui?', 'What is wrong or missing here?'));
/** The field for the text. */
export const field = (page: Page, say: Say) => page.getByLabel(say('Sua sugestão', 'Your suggestion'));
/** The button that sends it. */
export const sendButton = (page: Page, say: Say) =>
  page
    .getByRole('region', { name: say('Sugestões', 'Suggestions') })
    .getByRole('button', { name: say('Enviar', 'Send'), exact: true });
/** What is shown once it was sent. */
export const thanks = (page: Page, say: Say) => page.getByText(say('Obrigado!', 'Thank you!'));

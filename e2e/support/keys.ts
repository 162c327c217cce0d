import { expect, type Page } from '@playwright/test';
import type { Journey } from './portal-test.ts';

const customers = '/sandbox/notas/v1/customers';

/** The status that Notas returns for this key. */
export async function statusWith(page: Page, secret: string): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${secret}:x`).toString('base64')}`;
  return (await page.request.get(customers, { headers: { authorization } })).status();
}

/** Creates a key that can read Notas, with the form; returns its secret. */
export async function makeKey(page: Page, say: Journey['say'], name: string): Promise<string> {
  await page.getByRole('button', { name: say('Nova chave', 'New key') }).click();
  await page.getByLabel(say('Nome', 'Name'), { exact: true }).fill(name);
  await page.getByRole('checkbox', { name: say('Notas: ler', 'Notas: read') }).check();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  return secretOf(page, say(`A chave ${name} está pronta`, `The key ${name} is ready`));
}

/** The full secret shown once below this heading. */
export async function secretOf(page: Page, heading: string): Promise<string> {
  const made = page.getByRole('region', { name: heading });
  await expect(made).toBeVisible();
  return (await made.getByText(/^(sk_(test|live)|cs)_\w{20,}$/).textContent()) ?? '';
}

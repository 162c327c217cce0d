import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';

type Say = (portuguese: string, english: string) => string;

/** A new person, unknown to other journeys. */
export function newPerson(name: string): { name: string; email: string; password: string } {
  return { name, email: `${randomBytes(6).toString('hex')}@loja.example`, password: 'barco azul no cais' };
}

/** Submits the sign-up form. */
export async function signUp(page: Page, say: Say, person: ReturnType<typeof newPerson>): Promise<void> {
  await page.getByLabel(say('Nome', 'Name')).fill(person.name);
  await signIn(page, say, person, say('Criar conta', 'Create account'));
}

/** Submits the sign-in form. */
export async function signIn(
  page: Page,
  say: Say,
  { email, password }: { email: string; password: string },
  action = say('Entrar', 'Sign in'),
): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(say('Senha', 'Password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: action, exact: true }).click();
}

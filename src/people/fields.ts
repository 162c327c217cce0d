import { translate } from '@docusaurus/Translate';
import type { FieldLine } from './FormField.tsx';

/** The sign-in address. */
export function emailField(value?: string): FieldLine {
  const label = translate({ id: 'people.email', message: 'E-mail' });
  return { name: 'email', label, type: 'email', autoComplete: 'username', value };
}

export function nameField(value?: string): FieldLine {
  const label = translate({ id: 'people.name', message: 'Nome' });
  return { name: 'name', label, type: 'text', autoComplete: 'name', value };
}

/** A current password, or a new one. */
export function passwordField(autoComplete: 'current-password' | 'new-password'): FieldLine {
  const isNew = autoComplete === 'new-password';
  return {
    name: 'password',
    label: translate({ id: 'people.password', message: 'Senha' }),
    type: 'password',
    autoComplete,
    hint: isNew
      ? translate({ id: 'people.password.hint', message: 'Pelo menos 10 caracteres. Uma frase é fácil de lembrar.' })
      : undefined,
  };
}

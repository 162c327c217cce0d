import { translate } from '@docusaurus/Translate';
import type { FieldLine } from './FormField.tsx';

/** The address with which somebody signs in. */
export function emailField(value?: string): FieldLine {
  const label = translate({ id: 'people.email', message: 'E-mail' });
  return { name: 'email', label, type: 'email', autoComplete: 'username', value };
}

/** A person's name. */
export function nameField(value?: string): FieldLine {
  const label = translate({ id: 'people.name', message: 'Nome' });
  return { name: 'name', label, type: 'text', autoComplete: 'name', value };
}

/** The password that somebody has, or one that is being chosen. */
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

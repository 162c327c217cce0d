import { translate } from '@docusaurus/Translate';

/** The error message of a field that the server rejected. */
export function fieldText(field: string, code: string): string {
  if (field === 'email')
    return translate({ id: 'people.field.email', message: 'Informe um e-mail válido, como nome@empresa.com.br.' });
  if (field === 'name')
    return translate({ id: 'people.field.name', message: 'Informe um nome de até 100 caracteres.' });
  if (field === 'current_password' && code === 'invalid_value')
    return translate({ id: 'people.field.currentPassword', message: 'Esta não é a sua senha atual.' });
  if (field === 'password' && code === 'invalid_length')
    return translate({ id: 'people.field.passwordLength', message: 'Use de 10 a 128 caracteres.' });
  if (field === 'password' || field === 'current_password')
    return translate({ id: 'people.field.password', message: 'Informe a senha.' });
  return translate({ id: 'people.field.other', message: 'Confira este campo.' });
}

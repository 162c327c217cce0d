import { translate } from '@docusaurus/Translate';
import type { Membership } from '../client/account-client.ts';

export const roles: Membership['role'][] = ['administrator', 'developer', 'reader'];

export function roleText(role: Membership['role']): string {
  if (role === 'administrator') return translate({ id: 'people.role.administrator', message: 'Administrador' });
  if (role === 'developer') return translate({ id: 'people.role.developer', message: 'Desenvolvedor' });
  return translate({ id: 'people.role.reader', message: 'Leitor' });
}

import { translate } from '@docusaurus/Translate';
import type { PlatformError } from '../client/platform-error.ts';

/** The error message of a form field; undefined if it is valid. */
export function fieldError(error: PlatformError | null, field: string): string | undefined {
  const problem = error?.fieldProblems.find(
    ({ pointer }) => pointer === `#/${field}` || pointer.startsWith(`#/${field}/`),
  );
  if (!problem) return undefined;
  switch (field) {
    case 'name':
      return translate({ id: 'keys.fault.name', message: 'Informe um nome de até 100 caracteres.' });
    case 'scopes':
      return translate({ id: 'keys.fault.scopes', message: 'Escolha ao menos um escopo.' });
    case 'expires_at':
      return translate({ id: 'keys.fault.expiry', message: 'Escolha uma data futura.' });
    case 'requests_per_minute':
      return translate({ id: 'keys.fault.limit', message: 'Informe um número inteiro de 1 a 100.000.' });
    default:
      return problem.detail;
  }
}

/** Whether an error concerns fields of this page's forms. */
export function hasFieldErrors(error: PlatformError | null): boolean {
  return (error?.fieldProblems.length ?? 0) > 0;
}

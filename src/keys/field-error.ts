import { translate } from '@docusaurus/Translate';
import type { PlatformError } from '../client/platform-error.ts';

/** What is wrong with a field of the form, in its own words; undefined when it was taken. */
export function fieldError(error: PlatformError | null, field: string): string | undefined {
  const problem = error?.fieldProblems.find(
    ({ pointer }) => pointer === `#/${field}` || pointer.startsWith(`#/${field}/`),
  );
  if (!problem) return undefined;
  switch (field) {
    case 'name':
      return translate({ id: 'keys.fault.name', message: 'Dê um nome de até 100 caracteres.' });
    case 'scopes':
      return translate({ id: 'keys.fault.scopes', message: 'Escolha ao menos um escopo.' });
    case 'expires_at':
      return translate({ id: 'keys.fault.expiry', message: 'Escolha um momento que ainda está por vir.' });
    case 'requests_per_minute':
      return translate({ id: 'keys.fault.limit', message: 'Informe um número inteiro de 1 a 100.000.' });
    default:
      return problem.detail;
  }
}

/** The fields that have something wrong, as the forms of this page name them. */
export function hasFieldErrors(error: PlatformError | null): boolean {
  return (error?.fieldProblems.length ?? 0) > 0;
}

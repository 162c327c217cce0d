import { invalidFields, Refusal } from '../dialect/errors/refusal.ts';
import type { Issue } from '../openapi/validation-issues.ts';
import type { HandlerCall } from '../pipeline/handle-request.ts';
import { principalOf } from './audited-change.ts';

/** Refuses scopes that there are not (422), and those that the caller does not have and so cannot give (403). */
export function checkGrantable(call: HandlerCall, scopes: string[]): void {
  const { scopes: catalog } = call.context;
  const unknown = scopes.flatMap((scope, index) => (catalog.find(scope) ? [] : [unknownScope(index, catalog.names())]));
  if (unknown.length > 0) throw invalidFields(unknown);
  const missing = catalog.missing(principalOf(call), scopes);
  if (missing.length === 0) return;
  throw new Refusal('insufficient_scope', {
    en: `A key can only allow what the key that makes it allows. Yours lacks ${missing.join(', ')}.`,
    pt: `Uma chave só pode permitir o que permite a chave que a cria. Faltam à sua: ${missing.join(', ')}.`,
  });
}

function unknownScope(index: number, allowedValues: string[]): Issue {
  const field = `scopes/${index}`;
  return {
    in: 'body',
    pointer: `/${field}`,
    field,
    keyword: 'enum',
    params: { allowedValues },
    message: 'is no scope',
  };
}

import { bodyIssue } from '../answers/issue.ts';
import { invalidFields, Refusal } from '../answers/refusal.ts';
import { callerOf } from './caller.ts';
import type { PlatformCall } from './handler.ts';

/** Refuses unknown scopes (422), and scopes that the caller does not have and so cannot grant (403). */
export function checkGrantable(call: PlatformCall, scopes: string[]): void {
  const { scopes: catalog } = call.context;
  const unknown = scopes.flatMap((scope, index) =>
    catalog.find(scope) ? [] : [bodyIssue(`scopes/${index}`, 'enum', { allowedValues: catalog.names() })],
  );
  if (unknown.length > 0) throw invalidFields(unknown);
  const missing = catalog.missing(callerOf(call), scopes);
  if (missing.length === 0) return;
  throw new Refusal('insufficient_scope', {
    en: `A key can only grant scopes that the key creating it has. Yours lacks ${missing.join(', ')}.`,
    pt: `Uma chave só pode conceder a outra os escopos que tem. A sua não tem ${missing.join(', ')}.`,
  });
}

import { bodyIssue } from '../answers/issue.ts';
import { invalidFields } from '../answers/refusal.ts';
import type { PlatformCall } from './handler.ts';

/** Refuses (422) scopes that no API of this portal has. */
export function checkScopes(call: PlatformCall, scopes: string[]): void {
  const { scopes: catalog } = call.context;
  const unknown = scopes.flatMap((scope, index) =>
    catalog.find(scope) ? [] : [bodyIssue(`scopes/${index}`, 'enum', { allowedValues: catalog.names() })],
  );
  if (unknown.length > 0) throw invalidFields(unknown);
}

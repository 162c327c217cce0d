import { scopesOf } from '../../server/identity/scope-catalog.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';

/** The descriptions of an API's scopes by name, in the language in which its document was loaded. */
export function readScopeTexts(api: ApiDocument): Record<string, string> {
  return Object.fromEntries(
    scopesOf(api).flatMap(({ name, description }) => (description ? [[name, description]] : [])),
  );
}

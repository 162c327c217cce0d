import type { OpenApiDocument, SecurityScheme } from '../../server/openapi/document-types.ts';
import { resolve } from '../../server/openapi/resolve.ts';

/** The descriptions of a document's OAuth scopes by name. */
export function readScopeTexts(document: OpenApiDocument): Record<string, string> {
  const schemes = Object.values(document.components?.securitySchemes ?? {});
  return Object.assign(
    {},
    ...schemes.flatMap((scheme) =>
      Object.values(resolve<SecurityScheme>(document, scheme).flows ?? {}).map(({ scopes }) => scopes ?? {}),
    ),
  );
}

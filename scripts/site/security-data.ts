import type { OpenApiDocument, SecurityRequirement } from '../../server/openapi/document-types.ts';
import { readAlternatives } from '../../server/openapi/security.ts';
import type { SecurityData } from '../../src/documents/operation-data.ts';

type Render = (markdown: string | undefined) => string;

/** The security alternatives of an operation, with the details of their schemes. */
export function readSecurity(
  document: OpenApiDocument,
  requirements: SecurityRequirement[],
  render: Render,
): SecurityData[][] {
  return readAlternatives(document, requirements).map((alternative) =>
    alternative.map((scheme) => ({ ...scheme, description: render(scheme.description) })),
  );
}

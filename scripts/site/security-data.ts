import type { OpenApiDocument, SecurityRequirement, SecurityScheme } from '../../server/openapi/document-types.ts';
import { resolve } from '../../server/openapi/resolve.ts';
import type { SecurityData } from '../../src/documents/operation-data.ts';

type Render = (markdown: string | undefined) => string;

/** The security alternatives of an operation, with the details of their schemes. */
export function readSecurity(
  document: OpenApiDocument,
  requirements: SecurityRequirement[],
  render: Render,
): SecurityData[][] {
  return requirements.map((requirement) =>
    Object.entries(requirement).flatMap(([name, scopes]) => {
      const scheme = document.components?.securitySchemes?.[name];
      return scheme ? [readScheme(name, resolve<SecurityScheme>(document, scheme), scopes, render)] : [];
    }),
  );
}

function readScheme(name: string, scheme: SecurityScheme, scopes: string[], render: Render): SecurityData {
  return {
    name,
    type: scheme.type,
    ...(scheme.scheme && { scheme: scheme.scheme.toLowerCase() }),
    ...(scheme.in && { in: scheme.in }),
    ...(scheme.type === 'apiKey' && { parameterName: scheme.name ?? name }),
    ...(scheme['x-credential'] && { credential: scheme['x-credential'] }),
    scopes,
    description: render(scheme.description),
  };
}

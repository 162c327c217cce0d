import { isPage } from '../../server/openapi/contact.ts';
import type { OpenApiDocument, SecurityRequirement, SecurityScheme } from '../../server/openapi/document-types.ts';
import { resolve } from '../../server/openapi/resolve.ts';
import { readAlternatives } from '../../server/openapi/security.ts';
import type { FlowData } from '../../src/documents/operation-aside.ts';
import type { SecurityData } from '../../src/documents/operation-data.ts';

type Render = (markdown: string | undefined) => string;

/**
 * The security alternatives of an operation, with the details of their schemes. One that names only schemes that the document does not
 * have is none: it would be told as a call without credentials.
 */
export function readSecurity(
  document: OpenApiDocument,
  requirements: SecurityRequirement[],
  render: Render,
): SecurityData[][] {
  const known = requirements.filter((requirement) => {
    const names = Object.keys(requirement);
    return names.length === 0 || names.some((name) => Object.hasOwn(document.components?.securitySchemes ?? {}, name));
  });
  return readAlternatives(document, known).map((alternative) =>
    alternative.map((scheme) => ({
      ...scheme,
      description: render(scheme.description),
      ...readDetails(findScheme(document, scheme.name)),
    })),
  );
}

/** Every scheme of a document, with all its scopes. */
export function readSchemes(document: OpenApiDocument, render: Render): SecurityData[] {
  const names = Object.keys(document.components?.securitySchemes ?? {});
  return readSecurity(
    document,
    names.map((name) => ({ [name]: [] })),
    render,
  )
    .flat()
    .map((scheme) => {
      const { flows = {} } = findScheme(document, scheme.name);
      const scopes = (name: string) =>
        Object.entries(flows[name]?.scopes ?? {}).map(([scope, text]) => [scope, String(text)]);
      return scheme.flows
        ? {
            ...scheme,
            flows: scheme.flows.map((flow) => ({ ...flow, scopes: scopes(flow.name) as FlowData['scopes'] })),
          }
        : scheme;
    });
}

function findScheme(document: OpenApiDocument, name: string): SecurityScheme {
  return resolve<SecurityScheme>(document, document.components?.securitySchemes?.[name] as SecurityScheme);
}

function readDetails({ bearerFormat, openIdConnectUrl, flows }: SecurityScheme): Partial<SecurityData> {
  const read = Object.entries(flows ?? {}).flatMap(([name, flow]): FlowData[] =>
    name.startsWith('x-') || !flow
      ? []
      : [
          {
            name,
            urls: Object.entries(flow).filter(
              (entry): entry is [string, string] => /Url$/.test(entry[0]) && isPage(entry[1]),
            ),
          },
        ],
  );
  return {
    ...(typeof bearerFormat === 'string' && { bearerFormat }),
    ...(isPage(openIdConnectUrl) && { openIdConnectUrl }),
    ...(read.length > 0 && { flows: read }),
  };
}

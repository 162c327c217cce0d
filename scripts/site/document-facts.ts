import { isPage } from '../../server/openapi/contact.ts';
import type { ExternalDocs } from '../../server/openapi/document-parts.ts';
import type { OpenApiDocument, Server } from '../../server/openapi/document-types.ts';
import { type ImagePolicy, showsImage } from '../../server/settings/portal/description-images.ts';
import type { ApiIndexData } from '../../src/documents/api-index-data.ts';
import type { DocsData, ServerData } from '../../src/documents/operation-aside.ts';

type Render = (markdown: string | undefined) => string;

/** What a document says of its API as a whole, without what is no link to a page, or an image that pages may not show. */
export function readFacts(
  { info, externalDocs }: OpenApiDocument,
  render: Render,
  images?: ImagePolicy,
): Pick<ApiIndexData, 'summary' | 'logo' | 'license' | 'terms' | 'docs'> {
  const { summary, description, termsOfService: terms } = info;
  const logo = readLogo(info['x-logo'], images);
  const license = readLicense(info.license);
  const docs = readDocs(externalDocs, render);
  return {
    // Without a description, it stands in its place.
    ...(summary && description && { summary }),
    ...(logo && { logo }),
    ...(license && { license }),
    ...(isPage(terms) && { terms }),
    ...(docs && { docs }),
  };
}

/** Documentation elsewhere; undefined where its address is no page. */
export function readDocs(docs: ExternalDocs | undefined, render: Render): DocsData | undefined {
  return docs && isPage(docs.url) ? { url: docs.url, text: render(docs.description) } : undefined;
}

/** Servers as their document describes them. */
export function readServers(servers: readonly Server[], render: Render): ServerData[] {
  return servers.map(({ url, name, 'x-name': given, description, variables = {} }) => ({
    name: name ?? given ?? '',
    url,
    description: render(description),
    variables: Object.entries(variables).map(([variable, { default: initial, enum: choices, description: text }]) => ({
      name: variable,
      initial: String(initial ?? ''),
      choices: (choices ?? []).map(String),
      description: render(text),
    })),
  }));
}

/** An identifier is one of SPDX (OpenAPI 3.1, License Object), and has a page there unless it is an expression. */
function readLicense(license: OpenApiDocument['info']['license']): ApiIndexData['license'] {
  const { name, url, identifier } = license ?? {};
  if (typeof name !== 'string') return undefined;
  const isId = typeof identifier === 'string' && /^[\w.+-]+$/.test(identifier);
  const page = isPage(url) ? url : isId ? `https://spdx.org/licenses/${identifier}.html` : undefined;
  const isSaid = typeof identifier !== 'string' || name.includes(identifier);
  return { name: isSaid ? name : `${name} (${identifier})`, ...(page && { url: page }) };
}

function readLogo(logo: unknown, images?: ImagePolicy): ApiIndexData['logo'] {
  const { url, altText } = (typeof logo === 'object' && logo !== null ? logo : {}) as Record<string, unknown>;
  if (typeof url !== 'string' || !showsImage(url, images)) return undefined;
  return { url, alt: typeof altText === 'string' ? altText : '' };
}

import type { SecurityRequirement, SecurityScheme } from '../openapi/document-types.ts';
import { isOpen } from '../openapi/is-open.ts';
import type { Operation } from '../openapi/operations.ts';
import { resolve } from '../openapi/resolve.ts';
import type { ServedApi } from '../plan/served-api.ts';
import type { Scheme } from './runtime/description.ts';

/** A scheme as the package has it, and the type of its credentials. */
export interface ClientScheme extends Scheme {
  credentials: string;
  description?: string;
}

/** A document without schemes is served all the same, and its sandbox takes the key as a Bearer token. */
const withoutSchemes: Record<string, SecurityScheme> = { bearer: { type: 'http', scheme: 'bearer' } };

/** The schemes whose credentials a client can send, by name. */
export function schemesOfClient(api: ServedApi): Record<string, ClientScheme> {
  const schemes = Object.entries(declaredSchemes(api)).flatMap(([name, scheme]) => {
    const own = schemeOf(scheme, api.basePath);
    return own ? [[name, { ...own, description: scheme.description }] as const] : [];
  });
  return Object.fromEntries(schemes);
}

function declaredSchemes({ document, isPlatform }: ServedApi): Record<string, SecurityScheme> {
  const declared = Object.entries(document.components?.securitySchemes ?? {});
  const schemes = declared.map(([name, scheme]) => [name, resolve<SecurityScheme>(document, scheme)] as const);
  return schemes.length > 0 || isPlatform ? Object.fromEntries(schemes) : withoutSchemes;
}

function schemeOf(scheme: SecurityScheme, basePath: string): ClientScheme | undefined {
  const { type, name = '' } = scheme;
  const kind = scheme.scheme?.toLowerCase();
  if (type === 'apiKey') return { type: scheme.in ?? 'header', name, credentials: 'Secret' };
  if (type === 'mutualTLS') return undefined;
  if (type === 'http' && kind === 'basic') return { type: 'basic', credentials: 'BasicCredentials' };
  // Digest and its like are conversations, not credentials.
  if (type === 'http' && kind !== 'bearer') return undefined;
  const tokenUrl = scheme.flows?.clientCredentials?.tokenUrl;
  if (!tokenUrl) return { type: 'bearer', credentials: 'Secret' };
  return { type: 'bearer', tokenUrl: stepsUp(basePath, tokenUrl), credentials: 'Secret | OAuthCredentials' };
}

/** A token URL on this portal is a path from its root: steps up lead there, wherever the portal is. */
function stepsUp(basePath: string, tokenUrl: string): string {
  if (!tokenUrl.startsWith('/')) return tokenUrl;
  const steps = basePath.split('/').filter(Boolean);
  return steps.map(() => '../').join('') + tokenUrl.slice(1);
}

/** The names of schemes that an operation asks for: one of the lists, all of it. */
export function operationAlternatives(api: ServedApi, operation: Operation): string[][] {
  if (isOpen(api, operation)) return [];
  return alternativesOf(api, operation.security);
}

export function documentAlternatives(api: ServedApi): string[][] {
  return alternativesOf(api, api.document.security ?? []);
}

/** A sandbox asks for a key also where the document does not: any scheme will do. */
function alternativesOf(api: ServedApi, requirements: SecurityRequirement[]): string[][] {
  const known = schemesOfClient(api);
  const names = requirements.map((requirement) => Object.keys(requirement).filter((name) => name in known));
  const asked = names.filter((each) => each.length > 0);
  return asked.length > 0 || api.isPlatform ? asked : Object.keys(known).map((name) => [name]);
}

import type { SchemeFacts } from '../../wire/credentials.ts';
import type { OpenApiDocument, SecurityRequirement, SecurityScheme } from './document-types.ts';
import { resolve } from './resolve.ts';

/** A scheme that an alternative asks for. */
export interface RequiredScheme extends SchemeFacts {
  /** Its name in the document. */
  name: string;
  scopes: string[];
  description?: string;
}

/** The security alternatives of an operation, each a list of the schemes that are required together. */
export function readAlternatives(document: OpenApiDocument, requirements: SecurityRequirement[]): RequiredScheme[][] {
  return requirements.map((requirement) =>
    Object.entries(requirement).flatMap(([name, scopes]) => {
      const found = document.components?.securitySchemes?.[name];
      return found ? [readScheme(name, resolve<SecurityScheme>(document, found), scopes)] : [];
    }),
  );
}

/**
 * The word that stands before a key in `Authorization`. OpenAPI has no place for it, so documents say it in prose:
 * "Send `Token YOUR_KEY`", "Authorization: Bot <token>".
 */
function prefixOf({ type, in: place, name = '', description = '' }: SecurityScheme): { prefix?: string } {
  if (type !== 'apiKey' || place !== 'header' || !/^authorization$/i.test(name)) return {};
  const [, prefix] =
    /[Aa]uthorization["'`]?\s*:\s*["'`]?([A-Za-z][\w-]*) +(?:[<{[$]|[A-Z_]{3}|[\w-]*(?:key|token)\b)/.exec(
      description,
    ) ??
    /["'`]([A-Za-z][\w-]*) +[<{[$]*[\w-]*(?:key|token|secret|jwt)[\w-]*[>}\]]*["'`]/i.exec(description) ??
    [];
  return prefix ? { prefix } : {};
}

function readScheme(name: string, scheme: SecurityScheme, scopes: string[]): RequiredScheme {
  return {
    name,
    type: scheme.type,
    ...(scheme.scheme && { scheme: scheme.scheme.toLowerCase() }),
    ...(scheme.in && { in: scheme.in }),
    ...(scheme.type === 'apiKey' && { parameterName: scheme.name ?? name }),
    ...prefixOf(scheme),
    ...(scheme['x-credential'] && { credential: scheme['x-credential'] }),
    scopes,
    ...(scheme.description && { description: scheme.description }),
  };
}

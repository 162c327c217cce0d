import type { OpenApiDocument, SecurityRequirement, SecurityScheme } from './document-types.ts';

/** A document without the tags, security schemes, scopes and components that none of its operations uses. */
export function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  const { components = {}, tags, paths = {} } = document;
  const used = referencesIn(paths, document);
  const requirements = [document.security ?? [], ...find<SecurityRequirement[]>(paths, 'security')].flat();
  const named = new Set(find<string[]>(paths, 'tags').flat());
  const left = Object.entries(components).flatMap(([kind, parts]) => {
    const kept = Object.entries(parts as Record<string, unknown>).flatMap(([name, part]) => {
      if (kind !== 'securitySchemes') return used.has(`#/components/${kind}/${name}`) ? [[name, part]] : [];
      const scopes = requirements.filter((each) => Object.hasOwn(each, name)).map((each) => each[name] ?? []);
      return scopes.length > 0 ? [[name, withScopes(part as SecurityScheme, new Set(scopes.flat()))]] : [];
    });
    return kept.length > 0 ? [[kind, Object.fromEntries(kept)]] : [];
  });
  return {
    ...document,
    ...(tags && { tags: tags.filter(({ name }) => named.has(name)) }),
    components: Object.fromEntries(left),
  };
}

/** Every component that a value refers to, and those that these refer to. */
function referencesIn(value: unknown, document: OpenApiDocument, found = new Set<string>()): Set<string> {
  for (const reference of find<unknown>(value, '$ref')) {
    if (typeof reference !== 'string' || found.has(reference)) continue;
    found.add(reference);
    const parts = reference.slice(2).split('/');
    const target = parts.reduce<unknown>(
      (node, name) => (node as Record<string, unknown> | undefined)?.[name],
      document,
    );
    referencesIn(target, document, found);
  }
  return found;
}

/** All values under a name, at any depth; below such a value, it is not looked for again. */
function find<Value>(value: unknown, name: string): Value[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => (key === name ? [child as Value] : find<Value>(child, name)));
}

/** A scope stays where an operation needs it, or where it includes one of those. */
function withScopes(scheme: SecurityScheme, needed: ReadonlySet<string>): SecurityScheme {
  if (!scheme.flows) return scheme;
  const isNeeded = (scope: string) => {
    const [whole = '', access = ''] = scope.split(':');
    return needed.has(scope) || [...needed].some((each) => each.startsWith(`${whole}:`) && each.endsWith(`:${access}`));
  };
  const flows = Object.entries(scheme.flows).map(([name, flow]) => [
    name,
    { ...flow, scopes: Object.fromEntries(Object.entries(flow.scopes ?? {}).filter(([scope]) => isNeeded(scope))) },
  ]);
  return { ...scheme, flows: Object.fromEntries(flows) };
}

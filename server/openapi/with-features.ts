import type { Features } from '../settings/portal/features.ts';
import type { OpenApiDocument, OperationObject, PathItem, SecurityScheme } from './document-types.ts';
import { type ApiDocument, apiOf } from './load-api.ts';
import { isMethod } from './operations.ts';
import { withoutMarked } from './without-marked.ts';
import { withoutUnused } from './without-unused.ts';

/**
 * The portal's own API with nothing of the features that a portal does not have: operations, tags, properties and security schemes
 * that its document marks with `x-feature`, and the components and scopes that only these use. Other APIs are returned as they are.
 */
export function withFeatures<Api extends ApiDocument>(api: Api, features: Features): Api {
  if (!api.isPlatform || Object.values(features).every(Boolean)) return api;
  const isOff = (feature: unknown) => features[feature as keyof Features] === false;
  const isMarked = (node: Record<string, unknown>) => isOff(node['x-feature']);
  const document = withoutUnused(withoutMarked(withoutOperationsOf(api.document, isOff), isMarked));
  return { ...api, ...apiOf(api.folder, document), faults: api.faults };
}

/** An operation belongs to the feature of its first tag. */
function withoutOperationsOf(document: OpenApiDocument, isOff: (feature: unknown) => boolean): OpenApiDocument {
  const { tags = [], components = {} } = document;
  const lost = tags.filter((tag) => isOff(tag['x-feature']));
  const lostTags = new Set(lost.map(({ name }) => name));
  // `webhooks:read` is named after its feature, `api_keys:read` after its tag.
  const lostWords = new Set([...lostTags, ...lost.map((tag) => tag['x-feature'])]);
  const lostSchemes = Object.entries(components.securitySchemes ?? {})
    .filter(([, scheme]) => isOff((scheme as SecurityScheme)['x-feature']))
    .map(([name]) => name);
  const leave = ({ security, ...operation }: OperationObject): OperationObject => {
    if (!security) return operation;
    const left = security.filter((each) => !lostSchemes.some((name) => name in each));
    const isLeft = (scope: string) => !lostWords.has(scope.split(':')[0]);
    const scoped = left.map((each) =>
      Object.fromEntries(Object.entries(each).map(([name, scopes]) => [name, scopes.filter(isLeft)])),
    );
    return { ...operation, security: scoped };
  };
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
    const entries = Object.entries(item as PathItem).flatMap(([key, value]) => {
      if (!isMethod(key)) return [[key, value]];
      const operation = value as OperationObject;
      return lostTags.has(operation.tags?.[0] ?? '') ? [] : [[key, leave(operation)]];
    });
    return entries.some(([key]) => isMethod(String(key))) ? [[path, Object.fromEntries(entries)]] : [];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

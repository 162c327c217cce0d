import type { OpenApiDocument } from '../openapi/document-types.ts';
import { findLink, findLinkAbove } from './find-parent-link.ts';
import type { Home, ResourcePaths } from './find-resources.ts';
import { isAlike } from './names.ts';
import { joinSegments, nameOf, parentPath, placeOf, segmentsOf } from './path-segments.ts';
import type { OperationPlan, ParentLink } from './plan-types.ts';
import { keyOfSchema } from './schema-index.ts';
import { hasSchemaOf } from './why-operation.ts';

/**
 * Gives lists and creations without items of their own (`/projects/{id}/tasks`, `/tasks/{id}/subtasks`) the store whose records are read
 * at another address (`/tasks/{id}`), where they show the same schema by a like name. They name the record above by a property, or the
 * record above has a list of them.
 */
export function joinHomes(document: OpenApiDocument, found: Map<string, ResourcePaths>): void {
  const homes = new Map<string, ResourcePaths[]>();
  for (const paths of new Set(found.values()))
    if (paths.item !== undefined && placeOf(parentPath(paths.item)) === placeOf(paths.collection))
      for (const key of keysOf(document, paths)) homes.set(key, [...(homes.get(key) ?? []), paths]);
  for (const paths of new Set(found.values())) {
    if (paths.item !== undefined) continue;
    const candidates = keysOf(document, paths).flatMap((key) => homes.get(key) ?? []);
    for (const home of new Set(candidates)) {
      const links = linksTo(document, found, paths, home);
      if (!links) continue;
      paths.home = { paths: home, links };
      paths.resource = home.resource;
      const hidden = links.flatMap(({ isHidden, property }) => (isHidden ? [property] : []));
      if (hidden.length > 0) home.resource.hidden = [...new Set([...(home.resource.hidden ?? []), ...hidden])];
      break;
    }
  }
}

function keysOf(document: OpenApiDocument, { shown = [] }: ResourcePaths): string[] {
  return [...new Set(shown.flatMap((schema) => keyOfSchema(document, schema) ?? []))];
}

/** How the records of a list name those above it, which their home is not below; undefined where it is another list. */
function linksTo(
  document: OpenApiDocument,
  found: Map<string, ResourcePaths>,
  paths: ResourcePaths,
  home: ResourcePaths,
): ParentLink[] | undefined {
  if (paths.resource === home.resource || !isAlike(nameOf(paths.collection), nameOf(home.collection))) return undefined;
  const [own, theirs] = [stepsOf(paths.collection), stepsOf(home.collection)];
  const begin = theirs.at(-1);
  if (own.length <= theirs.length || (begin && placeOf(own[theirs.length - 1] ?? '') !== placeOf(begin)))
    return undefined;
  const links = own.slice(theirs.length).map((path): ParentLink | undefined => {
    const above = found.get(placeOf(parentPath(path)));
    const step = { parameter: segmentsOf(path).at(-1)?.parameter ?? '', name: nameOf(path) };
    const isOne = own.length === theirs.length + 1;
    const named =
      findLink(document, home.resource.schema, step, above) ??
      (isOne ? findLinkAbove(document, above, step, nameOf(paths.collection), home) : undefined);
    const hidden = { parameter: step.parameter, property: `(${step.parameter})`, isHidden: true };
    return named ?? (paths.isPosted && isOne ? hidden : undefined);
  });
  return links.includes(undefined) ? undefined : (links as ParentLink[]);
}

/** The plan of a creation whose records name the last record of its path. */
export function withLinkAbove(
  document: OpenApiDocument,
  found: Map<string, ResourcePaths>,
  plan: OperationPlan,
): OperationPlan {
  const step = plan.parents.at(-1);
  if (plan.role !== 'create' || plan.links || !step) return plan;
  const path = stepsOf(plan.operation.path).at(-1) ?? '';
  const link = findLink(document, plan.resource?.schema, step, found.get(placeOf(parentPath(path))));
  return link && !link.isList ? { ...plan, links: [link] } : plan;
}

/** The paths that end in the parameters of a path. */
function stepsOf(path: string): string[] {
  const segments = segmentsOf(path);
  return segments.flatMap(({ parameter }, index) => (parameter ? [joinSegments(segments.slice(0, index + 1))] : []));
}

/** The plan of a list or a creation whose records are kept at their home. */
export function atHome(plan: OperationPlan, { paths, links }: Home): OperationPlan {
  const { parents, resource } = plan;
  if (!resource || !/^(list|count|create|write-many)$/.test(plan.role)) return plan;
  return {
    ...plan,
    itemPath: paths.item,
    steps: parents,
    parents: parents.slice(0, stepsOf(paths.collection).length),
    links,
    why: [hasSchemaOf(resource.store), ...plan.why],
  };
}

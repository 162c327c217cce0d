import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { findLink, findLinkAbove, linkBy } from './find-parent-link.ts';
import type { Home, ResourcePaths } from './find-resources.ts';
import { isAlike, plain, singularOf } from './names.ts';
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
  const all = new Set(found.values());
  const homes = Map.groupBy(
    [...all].filter(({ item, collection }) => item !== undefined && placeOf(parentPath(item)) === placeOf(collection)),
    (paths) => plain(singularOf(nameOf(paths.collection))).slice(-3),
  );
  for (const paths of all) {
    if (paths.item !== undefined) continue;
    const name = nameOf(paths.collection);
    for (const home of homes.get(plain(singularOf(name)).slice(-3)) ?? []) {
      if (
        // Records that are created there are below that record by their path.
        (paths.resource === home.resource && (paths.isPosted || paths === home)) ||
        !isAlike(name, nameOf(home.collection)) ||
        !isOfKind(document, paths, home)
      )
        continue;
      const placedBy = placesOf(document, paths, home);
      const links = placedBy ? [] : linksTo(document, found, paths, home);
      if (!links) continue;
      if (placedBy) home.resource.placedBy = placedBy;
      paths.home = { paths: home, links };
      paths.resource = home.resource;
      const hidden = links.flatMap(({ isHidden, property }) => (isHidden ? [property] : []));
      if (hidden.length > 0) home.resource.hidden = [...new Set([...(home.resource.hidden ?? []), ...hidden])];
      break;
    }
  }
}

/** Whether two addresses show records of one kind: by the same schema, or by schemas of like names such as `Repository` and `FullRepository`. */
function isOfKind(document: OpenApiDocument, one: ResourcePaths, other: ResourcePaths): boolean {
  return (one.shown ?? []).some((schema) => (other.shown ?? []).some((theirs) => isLike(document, schema, theirs)));
}

function isLike(document: OpenApiDocument, one: Schema, other: Schema): boolean {
  const [a, b] = [keyOfSchema(document, one), keyOfSchema(document, other)];
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  const [own, theirs] = [shapeOf(document, one), shapeOf(document, other)];
  if (own.ref === undefined || theirs.ref === undefined) return false;
  const names = Object.keys(own.properties);
  const shared = names.filter((name) => Object.hasOwn(theirs.properties, name));
  const isShared = shared.length * 4 > names.length * 3;
  return isShared && isAlike(own.ref.split('/').at(-1) ?? '', theirs.ref.split('/').at(-1) ?? '');
}

/** How records that are created at a path without parents say whose they are: `/user/repos` creates some of `/repos/{owner}/{repo}`. */
function placesOf(document: OpenApiDocument, paths: ResourcePaths, home: ResourcePaths): ParentLink[] | undefined {
  const missing = stepsOf(home.collection);
  if (
    !paths.isPosted ||
    stepsOf(paths.collection).length > 0 ||
    missing.length === 0 ||
    home.resource.idKey === undefined
  )
    return undefined;
  const { properties } = shapeOf(document, home.resource.schema);
  const links = missing.map((path) => {
    const parameter = segmentsOf(path).at(-1)?.parameter ?? '';
    return parameter in properties
      ? linkBy(document, properties[parameter], { parameter, property: parameter })
      : undefined;
  });
  return links.some((link) => !link || link.isList) ? undefined : (links as ParentLink[]);
}

/** How the records of a list name those above it, which their home is not below; undefined where it is another list. */
function linksTo(
  document: OpenApiDocument,
  found: Map<string, ResourcePaths>,
  paths: ResourcePaths,
  home: ResourcePaths,
): ParentLink[] | undefined {
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
  if (resource?.placedBy && links.length === 0) {
    if (plan.role !== 'create') return plan;
    const steps = stepsOf(paths.collection).map((path) => ({
      parameter: segmentsOf(path).at(-1)?.parameter ?? '',
      name: nameOf(path),
    }));
    return { ...plan, itemPath: paths.item, parents: steps, why: [hasSchemaOf(resource.store), ...plan.why] };
  }
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

import { offers } from '../../dialect/actions.ts';
import type { RecordLink } from '../../dialect/links/link-style.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Operation } from '../../openapi/operations.ts';
import { singularOf } from '../../plan/names.ts';
import {
  joinSegments,
  lastSegment,
  type PathSegment,
  parentPath,
  placeOf,
  segmentsOf,
} from '../../plan/path-segments.ts';
import type { ApiPlan, Resource } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** A link before it is filled: the segments of its path, and the record's field for its last parameter. */
interface LinkTemplate extends Pick<RecordLink, 'rel' | 'method' | 'query'> {
  segments: PathSegment[];
  field?: string;
  /** Whether unknown path parameters may be left for the caller to fill. */
  mayStayOpen: boolean;
}

/**
 * The links of a record: itself, its parents, its references, every path directly below its own, and those of the profile;
 * of these, the ones that its state offers.
 */
export function findLinks(
  api: ServedApi,
  resource: Resource,
  record: RecordBody,
  ids: Record<string, unknown>,
  baseUrl: string,
): RecordLink[] {
  const { actions } = api.profile.resources?.[resource.store] ?? {};
  const { parameter, templates } = templatesOf(resource, api);
  const links: RecordLink[] = [];
  for (const { segments, field, mayStayOpen, rel, method, query } of templates) {
    if (!offers(actions, rel, record)) continue;
    const { path, isTemplate } = fill(segments, (name, isLast) => {
      if (field && isLast) return record[field];
      // The record's own id takes precedence.
      return record[name] ?? (name === parameter ? record[resource.idKey as string] : ids[name]);
    });
    if (!isTemplate || mayStayOpen) links.push({ rel, method, query, href: baseUrl + path, isTemplate });
  }
  return links;
}

/** The link templates of a resource's records, and the path parameter of their id. */
const templatesOf = memoize((resource: Resource, api: ServedApi) => ({
  parameter: resource.idKey ? lastSegment(resource.itemPath ?? '')?.parameter : undefined,
  templates: makeTemplates(api, resource),
}));

function makeTemplates({ plan, profile }: ServedApi, { store, itemPath }: Resource): LinkTemplate[] {
  if (!itemPath) return [];
  const operations = [...plan.operations.keys()];
  const rules = profile.resources?.[store] ?? {};
  const above = itemsAbove(plan, itemPath).map((path) => ({
    rel: singularOf(segmentsOf(path).at(-2)?.text ?? ''),
    path,
  }));
  const references = Object.entries(rules.references ?? {}).flatMap(([field, target]) => {
    const path = plan.resources.get(target)?.itemPath;
    return path ? [{ rel: field.replace(/_?id$/i, ''), path, field }] : [];
  });
  const below = [...new Set(operations.map(({ path }) => path))]
    .filter((path) => placeOf(parentPath(path)) === placeOf(itemPath))
    .map((path) => ({ rel: lastSegment(path)?.text ?? '', path }));
  const inferred: { rel: string; path: string; field?: string }[] = [
    { rel: 'self', path: itemPath },
    ...above,
    ...references,
    ...below,
  ];
  const added = Object.entries(rules.links ?? {}).flatMap(([rel, id]) => {
    const operation = operations.find((candidate) => candidate.id === id);
    return operation ? [{ rel, mayStayOpen: true, ...partsOf(operation) }] : [];
  });
  return [
    ...inferred.flatMap(({ path, ...template }) => {
      const own = operations.filter((operation) => operation.path === path);
      const shown = own.find(({ method }) => method === 'get') ?? own[0];
      return shown ? [{ ...template, mayStayOpen: false, ...partsOf(shown) }] : [];
    }),
    ...added,
  ];
}

function partsOf({ path, method, parameters }: Operation): Pick<LinkTemplate, 'segments' | 'method' | 'query'> {
  const query = parameters.flatMap(({ in: place, name }) => (place === 'query' ? [name] : []));
  return { segments: segmentsOf(path), method: method.toUpperCase(), query };
}

/** The item paths above an item: `/companies/{company_id}` for an invoice. */
function itemsAbove({ resources }: ApiPlan, itemPath: string): string[] {
  const segments = segmentsOf(itemPath);
  const prefixes = segments.map((_, index) => joinSegments(segments.slice(0, index + 1))).slice(0, -1);
  return [...resources.values()].flatMap(({ itemPath: other }) =>
    other && prefixes.some((prefix) => placeOf(prefix) === placeOf(other)) ? [other] : [],
  );
}

/** Fills a path with known parameter values; the others stay, which makes it a template. */
function fill(
  segments: PathSegment[],
  find: (parameter: string, isLast: boolean) => unknown,
): { path: string; isTemplate: boolean } {
  let path = '';
  let isTemplate = false;
  for (const [index, { text, parameter }] of segments.entries()) {
    const value = parameter && find(parameter, index === segments.length - 1);
    const isOpen = parameter !== undefined && (value === undefined || value === null);
    if (isOpen) isTemplate = true;
    path += `/${parameter && !isOpen ? encodeURIComponent(String(value)) : text}`;
  }
  return { path, isTemplate };
}

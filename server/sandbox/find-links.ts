import { offers } from '../dialect/actions.ts';
import type { RecordLink } from '../dialect/links/link-style.ts';
import type { Operation } from '../openapi/operations.ts';
import { joinSegments, lastSegment, type PathSegment, parentPath, placeOf, segmentsOf } from './plan/path-segments.ts';
import type { ApiPlan, Resource } from './plan/plan-types.ts';
import { singularOf } from './plan/success-response.ts';
import type { RecordBody } from './record-store.ts';
import type { ServedApi } from './served-api.ts';

/** A link before it is filled: the path in its parts, and from which field of the record its last parameter comes. */
interface LinkTemplate extends Pick<RecordLink, 'rel' | 'method' | 'query'> {
  segments: PathSegment[];
  field?: string;
  /** What is not known of its path may be left for the caller to fill. */
  mayStayOpen: boolean;
}

const known = new WeakMap<Resource, LinkTemplate[]>();

/**
 * Where a record leads: itself, what stands above it, what its references name, every path just below its own, and what the
 * profile adds; of all these, what the record offers in its state.
 */
export function findLinks(
  api: ServedApi,
  resource: Resource,
  record: RecordBody,
  ids: Record<string, unknown>,
  baseUrl: string,
): RecordLink[] {
  let templates = known.get(resource);
  if (!templates) {
    templates = templatesOf(api, resource);
    known.set(resource, templates);
  }
  const { actions } = api.profile.resources?.[resource.store] ?? {};
  const all = { ...ids, ...ownId(resource, record) };
  return templates.flatMap(({ segments, field, mayStayOpen, ...template }) => {
    if (!offers(actions, template.rel, record)) return [];
    const { path, isTemplate } = fill(segments, record, all, field);
    return isTemplate && !mayStayOpen ? [] : [{ ...template, href: baseUrl + path, isTemplate }];
  });
}

function templatesOf({ plan, profile }: ServedApi, { store, itemPath }: Resource): LinkTemplate[] {
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

/** The items above an item: `/companies/{company_id}` of an invoice. */
function itemsAbove({ resources }: ApiPlan, itemPath: string): string[] {
  const segments = segmentsOf(itemPath);
  const prefixes = segments.map((_, index) => joinSegments(segments.slice(0, index + 1))).slice(0, -1);
  return [...resources.values()].flatMap(({ itemPath: other }) =>
    other && prefixes.some((prefix) => placeOf(prefix) === placeOf(other)) ? [other] : [],
  );
}

function ownId({ itemPath = '', idKey }: Resource, record: RecordBody): Record<string, unknown> {
  const parameter = lastSegment(itemPath)?.parameter;
  return parameter && idKey ? { [parameter]: record[idKey] } : {};
}

/** Fills a path from the ids that are known; places for the others stay, and make it a template. */
function fill(
  segments: PathSegment[],
  record: RecordBody,
  ids: Record<string, unknown>,
  field: string | undefined,
): { path: string; isTemplate: boolean } {
  let isTemplate = false;
  const filled = segments.map(({ text, parameter }, index) => {
    if (!parameter) return text;
    const value = field && index === segments.length - 1 ? record[field] : (record[parameter] ?? ids[parameter]);
    if (value !== undefined && value !== null) return encodeURIComponent(String(value));
    isTemplate = true;
    return text;
  });
  return { path: `/${filled.join('/')}`, isTemplate };
}

import type { RecordLink } from '../dialect/links/link-style.ts';
import { joinSegments, lastSegment, type PathSegment, parentPath, placeOf, segmentsOf } from './plan/path-segments.ts';
import type { ApiPlan, Resource } from './plan/plan-types.ts';
import { singularOf } from './plan/success-response.ts';
import type { RecordBody } from './record-store.ts';
import type { ServedApi } from './served-api.ts';

/** A link before it is filled: the path in its parts, and from which field of the record its last parameter comes. */
interface LinkTemplate {
  rel: string;
  segments: PathSegment[];
  field?: string;
}

const known = new WeakMap<Resource, LinkTemplate[]>();

/** Where a record leads: itself, what stands above it, what its references name, and every path just below its own. */
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
  const all = { ...ids, ...ownId(resource, record) };
  return templates.flatMap(({ rel, segments, field }) => {
    const filled = fill(segments, record, all, field);
    return filled === undefined ? [] : [{ rel, href: baseUrl + filled }];
  });
}

function templatesOf({ plan, profile }: ServedApi, { store, itemPath }: Resource): LinkTemplate[] {
  if (!itemPath) return [];
  const above = itemsAbove(plan, itemPath).map((path) => ({
    rel: singularOf(segmentsOf(path).at(-2)?.text ?? ''),
    path,
  }));
  const references = Object.entries(profile.resources?.[store]?.references ?? {}).flatMap(([field, target]) => {
    const path = plan.resources.get(target)?.itemPath;
    return path ? [{ rel: field.replace(/_?id$/i, ''), path, field }] : [];
  });
  const paths = new Set([...plan.operations.keys()].map(({ path }) => path));
  const below = [...paths]
    .filter((path) => placeOf(parentPath(path)) === placeOf(itemPath))
    .map((path) => ({ rel: lastSegment(path)?.text ?? '', path }));
  const all: { rel: string; path: string; field?: string }[] = [
    { rel: 'self', path: itemPath },
    ...above,
    ...references,
    ...below,
  ];
  return all.map(({ path, ...template }) => ({ ...template, segments: segmentsOf(path) }));
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

/** Fills a path from the ids that are known; undefined when one of them is not. */
function fill(
  segments: PathSegment[],
  record: RecordBody,
  ids: Record<string, unknown>,
  field: string | undefined,
): string | undefined {
  const values = segments.map(({ text, parameter }, index) => {
    if (!parameter) return text;
    const value = field && index === segments.length - 1 ? record[field] : (record[parameter] ?? ids[parameter]);
    return value === undefined || value === null ? undefined : encodeURIComponent(String(value));
  });
  return values.includes(undefined) ? undefined : `/${values.join('/')}`;
}

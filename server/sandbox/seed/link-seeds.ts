import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { numberInText } from '../../openapi/number-in-text.ts';
import { shapeOf, typeOf } from '../../openapi/schema-shape.ts';
import type { ApiPlan, OperationPlan, ParentLink, Resource } from '../../plan/plan-types.ts';
import type { SeedRecord } from '../../plan/seed.ts';

/** Makes seeds that lists below others show by what they name, `/projects/{id}/tasks`, name those that are there. */
export function linkSeeds(document: OpenApiDocument, plan: ApiPlan, seeds: Map<string, SeedRecord[]>): void {
  const linked = new Set<string>();
  for (const each of plan.operations.values()) {
    for (const link of (each.steps && each.links) || []) {
      const name = `${each.resource?.store}\n${link.property}`;
      if (link.isAbove || linked.has(name)) continue;
      linked.add(name);
      linkAll(document, each, link, seeds);
    }
  }
}

function linkAll(
  document: OpenApiDocument,
  { steps = [], resource, parents }: OperationPlan,
  link: ParentLink,
  seeds: Map<string, SeedRecord[]>,
): void {
  const store = steps.find(({ parameter }) => parameter === link.parameter)?.store;
  const above = store === undefined || store === resource?.store ? undefined : seeds.get(store);
  if (!above) return;
  const property = shapeOf(document, resource?.schema).properties[link.property];
  const shape = link.isList ? shapeOf(document, property).items : property;
  const ids = new Set(above.map(({ id }) => id));
  for (const [index, record] of (seeds.get(resource?.store ?? '') ?? []).entries()) {
    const near = parents.length > 0 ? above.filter(({ parent }) => parent === record.parent) : above;
    const target = near[index % near.length];
    if (!target || ids.has(String(idIn(link, record.body)))) continue;
    const value = shownIn(document, shape, link, target);
    if (value !== undefined) record.body = { ...record.body, [link.property]: link.isList ? [value] : value };
  }
}

/** What a record says of its place, by the parameters of the path. */
export function placeIn(resource: Resource | undefined, body: RecordBody): Record<string, string> {
  const said = (resource?.placedBy ?? []).flatMap((link): [string, string][] => {
    const id = idIn(link, body);
    return id === undefined || id === null ? [] : [[link.parameter, String(id)]];
  });
  return Object.fromEntries(said);
}

function idIn({ property, key, isList }: ParentLink, body: RecordBody): unknown {
  const value = isList && Array.isArray(body[property]) ? body[property][0] : body[property];
  return key === undefined ? value : (value as RecordBody | null | undefined)?.[key];
}

/** What a record shows of the one above it: its id, or as much of it as the schema has. */
function shownIn(
  document: OpenApiDocument,
  shape: Schema | undefined,
  { key }: ParentLink,
  { id, body }: SeedRecord,
): unknown {
  if (key === undefined) {
    return /integer|number/.test(typeOf(document, shape) ?? '') ? numberInText(document, shape, id) : id;
  }
  const { properties } = shapeOf(document, shape);
  const known = Object.entries(body).filter(([name]) => Object.hasOwn(properties, name));
  return { ...Object.fromEntries(known), [key]: body[key] ?? id };
}

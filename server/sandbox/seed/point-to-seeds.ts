import { readInteger } from '../../answers/exact-json.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { OpenApiDocument } from '../../openapi/document-types.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { validatorOf } from '../../openapi/validator.ts';
import { plain } from '../../plan/names.ts';
import { parentsOfStore } from '../../plan/parents-of-store.ts';
import type { ApiPlan, Resource } from '../../plan/plan-types.ts';
import { type Pointers, pointersTo } from '../../plan/pointers.ts';
import type { SeedRecord } from '../../plan/seed.ts';

/** Seeds that may be pointed at. */
interface Targets {
  document: OpenApiDocument;
  plan: ApiPlan;
  pointers: Pointers;
  seeds: Map<string, SeedRecord[]>;
  ids: Map<string, Set<string>>;
  /** Which records stand for those that examples name, by store: the same for all examples. */
  meant: Map<string, string[]>;
}

/** Who points: a record of a store, the place below which it is, and its number where it is made. */
interface Owner {
  resource: Resource;
  parent: string;
  index?: number;
  /** The plain names of what its path says. */
  fixed: Set<string>;
}

/** Lets all seeds name records that exist instead of those of their examples. */
export function pointSeeds(document: OpenApiDocument, plan: ApiPlan, seeds: Map<string, SeedRecord[]>): void {
  const pointers = pointersTo([...plan.resources.values()].filter(({ isUnread }) => !isUnread));
  const ids = new Map([...seeds].map(([store, records]) => [store, new Set(records.map(({ id }) => id))]));
  const targets: Targets = { document, plan, pointers, seeds, ids, meant: new Map() };
  for (const resource of plan.resources.values()) addNamed(targets, resource);
  for (const [store, records] of seeds) {
    const resource = plan.resources.get(store);
    if (!resource) continue;
    const named = [...parentsOfStore(plan, resource).map(({ parameter }) => parameter), resource.idKey ?? ''];
    const fixed = new Set(named.map(plain));
    for (const [index, record] of records.entries()) {
      const owner = { resource, parent: record.parent, fixed, index: record.moving ? index : undefined };
      record.body = pointed(targets, owner, record.body);
    }
  }
}

/** Where records have the ids of others, such as the settings of a channel, these others exist. */
function addNamed({ document, pointers, seeds, ids }: Targets, { store, idKey = '' }: Resource): void {
  const target = pointers.get(plain(idKey));
  const known = target && ids.get(target.store);
  const others = (target && seeds.get(target.store)) ?? [];
  const [first] = others;
  if (!target || !known || !first || target.store === store) return;
  for (const { id } of seeds.get(store) ?? []) {
    const key = target.idType === 'integer' ? numberOf(id) : id;
    if (known.has(id) || key === undefined || !isAllowed(document, target.idSchema, key)) continue;
    known.add(id);
    others.push({ ...first, id, body: { ...first.body, ...(target.idKey && { [target.idKey]: key }) } });
  }
}

function pointed(targets: Targets, owner: Owner, body: RecordBody): RecordBody {
  const { document, pointers } = targets;
  const changed: RecordBody = { ...body };
  const own = () => shapeOf(document, owner.resource.schema).properties;
  for (const [name, value] of Object.entries(body)) {
    const word = plain(name);
    if (owner.fixed.has(word)) continue;
    const target = pointers.get(word);
    if (target && target !== owner.resource && isScalar(value)) {
      const key = keyFor(targets, owner, target, value, (other) => isAllowed(document, own()[name], other));
      if (key !== undefined) changed[name] = key;
      continue;
    }
    // `league` beside `league_id` is the same league.
    const shown = pointers.get(`${word}id`);
    if (shown && shown !== owner.resource && isObject(value)) {
      const idKey = shown.idKey ?? 'id';
      const key = isScalar(value[idKey]) && keyFor(targets, owner, shown, value[idKey], () => false);
      if (key) changed[name] = { ...value, [idKey]: key };
    }
  }
  return changed;
}

/** What names a record of the target; undefined where what is there names one, or where none can be named. */
function keyFor(
  targets: Targets,
  owner: Owner,
  target: Resource,
  value: unknown,
  isAllowed: (key: unknown) => boolean,
): unknown {
  const { seeds, ids, meant } = targets;
  if (ids.get(target.store)?.has(String(value))) return undefined;
  const all = seeds.get(target.store) ?? [];
  const beside = all.filter(({ parent }) => parent !== '' && `${owner.parent}/`.startsWith(`${parent}/`));
  const near = beside.length > 0 ? beside : all.filter(({ parent }) => parent === all[0]?.parent);
  const record = near[(owner.index ?? placeIn(meant, target, value)) % near.length];
  if (!record) return undefined;
  const { idKey } = target;
  const key = idKey === undefined ? record.id : record.body[idKey];
  // Where a path has a name for the id, what is called `id` is meant.
  const candidates = idKey !== undefined && !/id$/i.test(idKey) ? [record.body.id, key] : [key];
  for (const candidate of candidates) {
    if (typeof candidate === typeof value) return candidate;
    const other = typeof value === 'string' ? String(candidate) : numberOf(candidate);
    if (isScalar(candidate) && other !== undefined && isAllowed(other)) return other;
  }
  return undefined;
}

function placeIn(meant: Map<string, string[]>, { store }: Resource, value: unknown): number {
  const values = meant.getOrInsertComputed(store, () => []);
  const place = values.indexOf(String(value));
  return place === -1 ? values.push(String(value)) - 1 : place;
}

function isAllowed(document: OpenApiDocument, schema: Parameters<typeof shapeOf>[1], value: unknown): boolean {
  return schema === undefined || validatorOf(document).response(schema, value).length === 0;
}

function numberOf(value: unknown): number | bigint | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? readInteger(value) : undefined;
}

function isScalar(value: unknown): boolean {
  return /^(string|number|bigint)$/.test(typeof value);
}

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

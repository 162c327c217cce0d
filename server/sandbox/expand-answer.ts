import type { Answer } from '../answers/answer.ts';
import type { RecordBody } from '../dialect/record-body.ts';
import type { Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { hasProfile } from '../plan/has-profile.ts';
import { findIn } from '../records/complete-record.ts';
import { showRecord } from '../records/show/show-record.ts';
import type { Call } from './behaviours/call.ts';
import { namesToExpand } from './names-to-expand.ts';
import { resourceShownBy } from './resource-shown.ts';
import { placesOfWholeRecords } from './whole-records.ts';

/** How many records one response may look up: a page of them, each with some others. */
const mostRecords = 200;
/** `data.customer.default_source.owner` is as deep as anybody asks. */
const deepest = 4;

/**
 * A response in which ids are replaced by the records that they point at, where the schema shows records: as far as the caller asks for
 * that by a parameter that the document declares (`expand`, `include`, `embed`), and wherever it shows nothing else.
 */
export async function expandAnswer(call: Call, answer: Answer): Promise<Answer> {
  const { schema } = call.plan.success;
  const asked = hasProfile(call.api) ? [] : namesToExpand(call);
  const whole = schema ? placesOfWholeRecords(schema, call.api) : [];
  const names = [...new Set([...whole, ...asked])];
  if (
    names.length === 0 ||
    typeof answer.body !== 'object' ||
    answer.body === null ||
    Buffer.isBuffer(answer.body) ||
    answer.text !== undefined
  )
    return answer;
  const find = rememberedFind(call);
  const body = structuredClone(answer.body);
  for (const name of names) await expand(body, name.split('.').slice(0, deepest), schema, asked.includes(name));
  return { ...answer, body };

  async function expand(
    value: unknown,
    [name, ...rest]: string[],
    at: Schema | undefined,
    isAsked: boolean,
  ): Promise<void> {
    const { document } = call.api;
    if (name === undefined || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) await expand(item, [name, ...rest], shapeOf(document, at).items, isAsked);
      return;
    }
    const record = value as RecordBody;
    const { properties } = shapeOf(document, at);
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property) return;
    const resource = resourceShownBy(property, call.api);
    const id = record[name] ?? (isAsked ? (record[`${name}_id`] ?? record[`${name}Id`]) : undefined);
    if (resource && isId(id)) {
      const found = await find(resource.store, id);
      if (found) record[name] = showRecord(call.api, resource.store, found, call.baseUrl);
    }
    await expand(record[name], rest, resource?.schema ?? property, isAsked);
  }
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint';
}

/** Looks each record up once, and only so many of them. */
function rememberedFind(call: Call): (store: string, id: unknown) => Promise<RecordBody | undefined> {
  const find = findIn(call);
  const known = new Map<string, Promise<RecordBody | undefined>>();
  return async (store, id) => {
    const key = `${store} ${id}`;
    if (!known.has(key) && known.size < mostRecords) known.set(key, find(store, id));
    return known.get(key);
  };
}

import type { RecordBody } from '../../dialect/record-body.ts';
import type { OlderShape } from '../../dialect/versions/versions.ts';
import type { Schema } from '../../openapi/document-types.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import type { OperationPlan, Resource } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { inNamesOf } from './in-names-of.ts';
import { showAs } from './show-as.ts';

/** The shape of records in the older version of an operation; undefined where it is the stored one. */
export function findOlderShape(
  { profile }: Pick<ServedApi, 'profile'>,
  { version, resource }: OperationPlan,
): OlderShape | undefined {
  if (version === undefined || !resource) return undefined;
  return profile.versions?.older[version]?.shapes?.[resource.store];
}

/** Shows a record in the call's version, as far as the schema allows. */
export function showToCaller(
  { api, plan }: { api: ServedApi; plan: OperationPlan },
  schema: Schema | undefined,
  record: unknown,
): unknown {
  const shape = findOlderShape(api, plan);
  const known = withoutHidden(plan.resource, record);
  const shown = shape && isRecord(known) ? shape.down(known) : known;
  return showAs(
    api.document,
    schema,
    isRecord(shown) && !hasProfile(api) ? inNamesOf(api.document, schema, shown) : shown,
  );
}

/** A record without what no schema has. */
export function withoutHidden(resource: Resource | undefined, record: unknown): unknown {
  const { hidden } = resource ?? {};
  if (!hidden || !isRecord(record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.includes(name)));
}

/** Converts a body to the shape in which records are stored. */
export function inNewestShape(api: ServedApi, plan: OperationPlan, body: unknown): unknown {
  const shape = findOlderShape(api, plan);
  return shape && isRecord(body) ? shape.up(body) : body;
}

function isRecord(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { bodyIssue, type Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { isWithinLimits } from '../../dialect/bodies/body-limits.ts';
import { applyJsonPatch, jsonPatch } from '../../dialect/patches/json-patch.ts';
import { mergeFields, mergePatch } from '../../dialect/patches/merge-patch.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import { describesPatch } from '../../openapi/patch-example.ts';
import { serverProperties } from '../../records/make-record.ts';
import { bodyOf, type Call, knownOf, resourceOf } from './call.ts';
import { writtenAnyway } from './written-anyway.ts';

/**
 * A record with the changes that a body describes, by its media type: a JSON Patch (RFC 6902), a merge patch (RFC 7396), or fields.
 * What only the server sets stays as it is. A patch whose result breaks the rules of the record is refused (422), and so is any change
 * that makes it larger than a body may be.
 */
export function changeFields(call: Call, before: RecordBody): RecordBody {
  const named = call.plan.idFrom?.name;
  const fixed = new Set([...serverProperties(resourceOf(call), call.api.document), ...(named ? [named] : [])]);
  if (isJsonPatch(call)) {
    const after = bounded(recordOf(applyJsonPatch(structuredClone(before), call.body)));
    return checked(call, before, withFixed(fixed, before, after));
  }
  const isMerged = isMergePatch(call);
  if (call.bodyType === mergePatch) recordOf(call.body);
  const sent = Object.fromEntries(Object.entries(bodyOf(call)).filter(([name]) => !fixed.has(name)));
  const after = bounded({ ...mergeFields(before, { ...sent, ...writtenAnyway(call) }, isMerged), ...knownOf(call) });
  return isMerged ? checked(call, before, after) : after;
}

/** Whether a body is a JSON Patch: by its media type, or where the document describes one as plain JSON. */
export function isJsonPatch({ api, plan: { operation }, body, bodyType }: Call): boolean {
  if (bodyType === jsonPatch) return true;
  return Array.isArray(body) && describesPatch(api.document, operation.requestBody?.content[bodyType ?? '']?.schema);
}

/** Where an operation accepts merge patches, its plain JSON is one too. */
function isMergePatch({ bodyType, plan: { operation } }: Call): boolean {
  return bodyType === mergePatch || Object.hasOwn(operation.requestBody?.content ?? {}, mergePatch);
}

function recordOf(value: unknown): RecordBody {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RecordBody;
  throw invalidFields([bodyIssue('', 'type', { type: 'object' })]);
}

/** A record, which is refused where it is larger than a body may be. */
export function bounded(record: RecordBody): RecordBody {
  if (!isWithinLimits(record)) throw invalidFields([bodyIssue('', 'effort')]);
  return record;
}

function withFixed(fixed: Set<string>, before: RecordBody, after: RecordBody): RecordBody {
  const kept = { ...after };
  for (const name of fixed) {
    if (Object.hasOwn(before, name)) kept[name] = before[name];
    else delete kept[name];
  }
  return kept;
}

/** A patch describes a change: only its result has the rules of a record. What broke them before is no fault of the patch. */
function checked(call: Call, before: RecordBody, after: RecordBody): RecordBody {
  const { schema } = resourceOf(call);
  if (!schema) return after;
  const issues = call.api.validator.request(schema, after);
  if (issues.length === 0) return after;
  const keyOf = ({ pointer, keyword }: Issue) => `${keyword} ${pointer}`;
  const known = new Set(call.api.validator.request(schema, before).map(keyOf));
  const broken = issues.filter((issue) => !known.has(keyOf(issue)));
  if (broken.length > 0) throw invalidFields(broken);
  return after;
}

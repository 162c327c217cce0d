import { invalidFields } from '../../dialect/errors/refusal.ts';
import type { Issue } from '../../openapi/validation-issues.ts';
import { findRecord } from '../record-store.ts';
import { valuesAt } from '../values-at.ts';
import { bodyOf, type Call, getRecord, placeOfCall, rulesOf } from './call.ts';

/** Refuses ids of records that do not exist, in the fields that the profile calls references. */
export async function checkReferences(call: Call): Promise<void> {
  const issues: Issue[] = [];
  const body = bodyOf(call);
  const references = Object.entries(rulesOf(call).references ?? {});
  const named = references.flatMap(([path, store]) =>
    valuesAt(body, path.split('.')).map(({ at, value }) => ({ field: at.join('.'), store, id: value })),
  );
  for (const { field, store, id } of named) {
    const place = { workspaceId: call.workspaceId, api: call.api.slug, store };
    if (await findRecord(call.db, place, String(id))) continue;
    issues.push({
      in: 'body',
      pointer: `/${field.replaceAll('.', '/')}`,
      field,
      keyword: 'reference',
      params: { store },
      message: 'refers to nothing',
    });
  }
  if (issues.length === 0) return;
  const { idParameter, putCreates } = call.plan;
  // That the record is not there matters more than what is wrong with its fields.
  if (idParameter !== undefined && !putCreates) await getRecord(call, await placeOfCall(call));
  throw invalidFields(issues);
}

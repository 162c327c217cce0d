import { bodyIssue, type Issue } from '../../answers/issue.ts';
import { invalidFields } from '../../answers/refusal.ts';
import { findRecord } from '../../records/find-record.ts';
import { valuesAt } from '../../records/values-at.ts';
import { bodyOf, type Call, getRecord, placeOfCall, rulesOfCall } from './call.ts';

/** Refuses ids of unknown records in the fields that the profile declares as references. */
export async function checkReferences(call: Call): Promise<void> {
  const issues: Issue[] = [];
  const body = bodyOf(call);
  const references = Object.entries(rulesOfCall(call).references ?? {});
  const named = references.flatMap(([path, store]) =>
    valuesAt(body, path.split('.')).map(({ at, value }) => ({ at, store, id: value })),
  );
  for (const { at, store, id } of named) {
    const place = { workspaceId: call.workspaceId, api: call.api.slug, store };
    if (await findRecord(call.db, place, String(id))) continue;
    issues.push(bodyIssue(at.join('/'), 'reference', { store }));
  }
  if (issues.length === 0) return;
  const { idParameter, putCreates } = call.plan;
  // A missing record is reported before errors in its fields.
  if (idParameter !== undefined && !putCreates) await getRecord(call, await placeOfCall(call));
  throw invalidFields(issues);
}

import { invalidFields } from '../../dialect/errors/refusal.ts';
import type { Issue } from '../../openapi/validation-issues.ts';
import { findRecord } from '../record-store.ts';
import { bodyOf, type Call, rulesOf } from './call.ts';

/** Refuses ids of records that do not exist, in the fields that the profile calls references. */
export async function checkReferences(call: Call): Promise<void> {
  const issues: Issue[] = [];
  const body = bodyOf(call);
  for (const [field, store] of Object.entries(rulesOf(call).references ?? {})) {
    const id = body[field];
    if (id === undefined || id === null) continue;
    const place = { workspaceId: call.workspaceId, api: call.api.slug, store };
    if (await findRecord(call.db, place, String(id))) continue;
    issues.push({
      in: 'body',
      pointer: `/${field}`,
      field,
      keyword: 'reference',
      params: { store },
      message: 'refers to nothing',
    });
  }
  if (issues.length > 0) throw invalidFields(issues);
}

import { invalidFields } from '../../answers/refusal.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { isRemovalMark } from '../../records/other-stores.ts';
import type { KeptRecord } from '../../records/put-records.ts';

/**
 * Refuses (422) a record that its API could not have stored: its profile relies on the fields that the document promises. Without
 * a profile, responses are repaired as they are shown.
 */
export function checkRecord(api: ServedApi, record: KeptRecord, place: string): void {
  const { plan, validator } = api;
  const { schema } = plan.resources.get(record.store) ?? {};
  if (!schema || isRemovalMark(record.store) || !hasProfile(api)) return;
  const issues = validator.response(schema, record.body);
  if (issues.length === 0) return;
  const above = `${place}/body`;
  throw invalidFields(
    issues.map((issue) => ({
      ...issue,
      pointer: `/${above}${issue.pointer}`,
      field: [above.replaceAll('/', '.'), issue.field].filter((part) => part !== '').join('.'),
    })),
  );
}

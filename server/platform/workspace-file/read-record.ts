import { bodyIssue, type Issue } from '../../answers/issue.ts';
import { invalidFields, Refusal } from '../../answers/refusal.ts';
import { joinTexts, say } from '../../answers/say.ts';
import { parseJsonBody } from '../../dialect/bodies/json-body.ts';
import type { RecordBody } from '../../dialect/record-body.ts';
import type { KeptRecord } from '../../records/put-records.ts';

/** In characters: what addresses of records may have. */
const longest = { store: 200, parent: 1500, id: 500 };
/** In bytes: a record begins as a body of at most one MiB. */
const largest = 2 * 2 ** 20;

/** Reads one record of a file, at `place` (`apis/0/records/17`); refuses one that has no place, or is no object. */
export function readRecord(bytes: Buffer, place: string): KeptRecord {
  if (bytes.length > largest) throw invalidFields([bodyIssue(place, 'maxLength', { limit: largest })]);
  const value = parseAt(place, bytes);
  if (!isObject(value)) throw invalidFields([bodyIssue(place, 'type', { type: 'object' })]);
  const { store, parent = '', id, body, due_at = null } = value;
  const issues: Issue[] = [];
  for (const [name, text] of Object.entries({ store, parent, id })) {
    const limit = longest[name as keyof typeof longest];
    if (typeof text !== 'string') issues.push(bodyIssue(`${place}/${name}`, 'type', { type: 'string' }));
    else if (text.length > limit) issues.push(bodyIssue(`${place}/${name}`, 'maxLength', { limit }));
  }
  if (id === '') issues.push(bodyIssue(`${place}/id`, 'minLength', { limit: 1 }));
  if (!isObject(body)) issues.push(bodyIssue(`${place}/body`, 'type', { type: 'object' }));
  const dueAt = typeof due_at === 'string' ? Date.parse(due_at) : null;
  if ((due_at !== null && dueAt === null) || Number.isNaN(dueAt))
    issues.push(bodyIssue(`${place}/due_at`, 'format', { format: 'date-time' }));
  if (issues.length > 0) throw invalidFields(issues);
  return { store, parent, id, body, dueAt } as KeptRecord;
}

function parseAt(place: string, bytes: Buffer): unknown {
  try {
    return parseJsonBody(utf8.decode(bytes));
  } catch (error) {
    const reason = error instanceof Refusal ? error.detail : notUtf8;
    throw new Refusal('invalid_json', joinTexts([place, reason], ': '));
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const notUtf8 = say('workspaces.not-utf8');

function isObject(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

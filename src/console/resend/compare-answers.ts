import { parseExactly } from '../../../wire/exact-json.ts';
import { bodyKind, decodeBody, type ReceivedResponse } from '../../exchange/received-response.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { diffJson, type JsonChange } from './diff-json.ts';
import { isMasked } from './masked.ts';

/** How a new answer differs from a logged one. */
export interface AnswerDifference {
  status: { before: number | null; after: number };
  headers: { name: string; before: string | undefined; after: string | undefined }[];
  /** Changes of JSON; for other texts only whether they are the same. Undefined if the log has no body to compare with. */
  body: JsonChange[] | 'same' | 'other' | undefined;
}

/** Headers whose change says something; others change with each answer, or with none. */
const telling = new Set([
  'accept-post',
  'accept-patch',
  'allow',
  'content-disposition',
  'content-language',
  'content-type',
  'deprecation',
  'etag',
  'idempotent-replayed',
  'idempotency-replayed',
  'last-modified',
  'link',
  'location',
  'preference-applied',
  'retry-after',
  'sunset',
  'www-authenticate',
]);

export function compareAnswers(former: RequestDetails, response: ReceivedResponse): AnswerDifference {
  const before = former.response?.headers ?? {};
  const after = Object.fromEntries(response.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => telling.has(name))
    .sort();
  return {
    status: { before: former.status, after: response.status },
    headers: former.response
      ? names
          .filter((name) => before[name] !== after[name])
          .map((name) => ({ name, before: before[name], after: after[name] }))
      : [],
    body: compareBodies(former, response),
  };
}

function compareBodies({ response: kept, response_bytes }: RequestDetails, response: ReceivedResponse) {
  const isText = !['image', 'pdf', 'binary'].includes(bodyKind(response));
  if (!kept || !isText || (kept.body === null && response_bytes !== 0)) return undefined;
  const [before, after] = [kept.body ?? '', decodeBody(response)];
  if (before === after) return 'same';
  const [old, now] = [parse(before), parse(after)];
  if (old === undefined || now === undefined) return 'other';
  // What the log masks is a secret in the new answer, too.
  const changes = diffJson(old, now).filter(
    ({ before, after }) => !(typeof before === 'string' && isMasked(before) && typeof after === 'string'),
  );
  return changes.length > 0 ? changes : 'same';
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
}

import type { Response } from '../../openapi/document-types.ts';
import { isOpen } from '../../openapi/is-open.ts';
import { placeBelow } from '../../plan/parent-key.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import type { TestAnswer } from '../test-portal.ts';
import type { SentRequest } from './session.ts';

/** Which promise an answer breaks; undefined where it keeps them all. */
export function findBreach(api: ServedApi, request: SentRequest, answer: TestAnswer): string | undefined {
  const { plan, line, caller, isStrange } = request;
  const { status, headers } = answer;
  const [method, url = ''] = line.split(' ');
  if (status >= 500) return 'no request is answered by 5xx';

  const refusal = ({ none: 'missing_credentials', malformed: 'invalid_key', own: undefined } as const)[caller];
  const refused = refusal && (api.profile.statuses?.[refusal] ?? 401);
  const [path = '', query = ''] = url.slice(encodeURI(api.basePath).length).split('?');
  const found = api.router(path, { query: new URLSearchParams(query), headers: {} });
  const operation = found?.operations.get(method?.toLowerCase() as never);
  // What asks for no key, and what is not there, may be seen by everybody on the platform API.
  if (refused && !isOpen(api, operation) && status !== refused)
    return `a caller without a good key is refused with ${refused}`;
  if (!operation) {
    if (refused || !found) return undefined;
    const allowed = headers.allow?.split(', ') ?? [];
    const isTold = [...found.operations.keys()].every((each) => allowed.includes(each.toUpperCase()));
    const wanted = api.profile.statuses?.method_not_allowed ?? 405;
    return status === wanted && isTold
      ? undefined
      : `another method is refused with ${wanted}, and Allow names the good ones`;
  }
  const isTold = plan.resource?.toldAt?.has(placeBelow(plan.parents)) ?? true;
  if (isStrange && status < 300 && operation === plan.operation && !plan.putCreates && isTold)
    return "another workspace's records are not there";

  const declared = operation.responses[String(status)] ?? operation.responses.default;
  if (!declared) {
    // No document need tell of what any server refuses; one that no profile speaks for tells of hardly any refusal.
    const isCommon = status === 400 && url.includes('%00');
    const isUntold = status >= 400 && Object.keys(api.profile).length === 0;
    return isCommon || isUntold ? undefined : `the document declares no ${status} for ${operation.id}`;
  }
  return findWrongBody(api, declared, answer);
}

function findWrongBody(
  api: ServedApi,
  { content = {} }: Response,
  { status, headers, body }: TestAnswer,
): string | undefined {
  const mediaType = headers['content-type']?.split(';')[0];
  if (!mediaType) return undefined;
  const schema = content[mediaType]?.schema;
  if (!content[mediaType])
    return Object.keys(content).length > 0 || status < 400 ? `the document declares no ${mediaType}` : undefined;
  if (!schema || !/[/+]json\b/.test(mediaType)) return undefined;
  const issues = api.validator.response(schema, body);
  return issues.length > 0
    ? `the body is not what the document declares: ${JSON.stringify(issues.slice(0, 3))}`
    : undefined;
}

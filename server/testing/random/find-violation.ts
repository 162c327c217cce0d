import type { Response } from '../../openapi/document-types.ts';
import { isOpen } from '../../openapi/is-open.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { placeBelow } from '../../plan/parent-key.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import type { TestAnswer } from '../test-portal.ts';
import type { SentRequest } from './session.ts';

/** The rule that a response breaks; undefined where it breaks none. */
export function findViolation(api: ServedApi, request: SentRequest, answer: TestAnswer): string | undefined {
  const { plan, line, caller, isForeign } = request;
  const { status, headers } = answer;
  const [method, url = ''] = line.split(' ');
  if (status >= 500) return 'no request may fail with 5xx';

  const refusal = ({ none: 'missing_credentials', malformed: 'invalid_key', own: undefined } as const)[caller];
  const refused = refusal && (api.profile.statuses?.[refusal] ?? 401);
  const [path = '', query = ''] = url.slice(encodeURI(api.basePath).length).split('?');
  const found = api.router(path, { query: new URLSearchParams(query), headers: {} });
  const operation = found?.operations.get(method?.toLowerCase() as never);
  // On the platform API, open operations and unknown paths are answered without credentials.
  if (refused && !isOpen(api, operation) && status !== refused)
    return `a caller without a valid key is refused with ${refused}`;
  if (!operation) {
    if (refused || !found) return undefined;
    const allowed = headers.allow?.split(', ') ?? [];
    const listsAll = [...found.operations.keys()].every((each) => allowed.includes(each.toUpperCase()));
    const wanted = api.profile.statuses?.method_not_allowed ?? 405;
    return status === wanted && listsAll
      ? undefined
      : `other methods are refused with ${wanted}, and Allow lists the supported ones`;
  }
  const isDiscoverable = plan.resource?.discoverableAt?.has(placeBelow(plan.parents)) ?? true;
  if (isForeign && status < 300 && operation === plan.operation && !plan.putCreates && isDiscoverable)
    return 'records of another workspace must not be found';

  const declared = operation.responses[String(status)] ?? operation.responses.default;
  if (!declared) {
    // Documents need not declare errors that every server has; those without a profile declare hardly any.
    const isCommon = status === 400 && url.includes('%00');
    const isUndeclared = status >= 400 && !hasProfile(api);
    return isCommon || isUndeclared ? undefined : `the document declares no ${status} for ${operation.id}`;
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
  return issues.length > 0 ? `the body does not match the document: ${JSON.stringify(issues.slice(0, 3))}` : undefined;
}

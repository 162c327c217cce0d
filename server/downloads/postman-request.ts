import { exampleBody } from '../dialect/formats/example-body.ts';
import { exampleRequest } from '../openapi/examples.ts';
import { titleOf } from '../openapi/operation-title.ts';
import { placeExample } from '../openapi/place-example.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { sentTypeOf } from '../plan/success-response.ts';
import { freshBody } from './fresh-body.ts';
import { postmanCredentials } from './postman-auth.ts';
import { postmanBody, statedType } from './postman-body.ts';
import { postmanEvents } from './postman-tests.ts';
import type { PostmanItem, PostmanRequest } from './postman-types.ts';
import { postmanUrl } from './postman-url.ts';

/** One request with its scripts. */
export function postmanRequest(api: ServedApi, plan: OperationPlan): PostmanItem {
  const { operation } = plan;
  const example = exampleRequest(api, operation);
  const { headers, cookies } = placeExample(operation, example);
  const credentials = postmanCredentials(api, operation);
  const usual = postmanCredentials(api, undefined).auth;
  const sends = Object.entries(operation.operation['x-sends'] ?? {});
  const variables = Object.fromEntries(sends.map(([name, variable]) => [name, `{{${variable}}}`]));
  const body = exampleBody(api, operation, example, (value) => {
    const fresh = freshBody(plan, api, value);
    return sends.length > 0 ? { ...(fresh as object), ...variables } : fresh;
  });
  const accepted = sentTypeOf(plan.success);
  const mediaType = body && statedType(body);
  const sentCookies = [...cookies, ...credentials.cookies];
  const lines: [string, string][] = [
    ...(accepted ? [['Accept', accepted] as [string, string]] : []),
    ...(mediaType ? [['Content-Type', mediaType] as [string, string]] : []),
    ...headers,
    ...credentials.headers,
    ...(sentCookies.length > 0 ? [['Cookie', sentCookies.join('; ')] as [string, string]] : []),
  ];
  const request: PostmanRequest = {
    method: operation.method.toUpperCase(),
    ...(operation.operation.description && { description: operation.operation.description }),
    ...(JSON.stringify(credentials.auth) !== JSON.stringify(usual) && { auth: credentials.auth }),
    header: lines.map(([key, value]) => ({ key, value })),
    url: postmanUrl(api, plan, credentials.query),
    ...(body && {
      body: postmanBody(
        body,
        sends.map(([, variable]) => variable),
      ),
    }),
  };
  return { name: titleOf(operation), request, event: postmanEvents(api, plan) };
}

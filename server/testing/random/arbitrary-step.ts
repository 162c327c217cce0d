import fc from 'fast-check';
import type { Parameter } from '../../openapi/document-types.ts';
import { exampleRequest, preferredMediaType } from '../../openapi/examples.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { arbitraryGarbage, arbitraryText, arbitraryValue } from './arbitrary-value.ts';

/** One request of a random session, before the existing records are known. */
export interface Step {
  plan: OperationPlan;
  /** The key that is sent: the session's own, none, or a malformed one. */
  caller: 'own' | 'none' | 'malformed';
  /** Whose record the path names. */
  record: 'known' | 'foreign' | 'garbage';
  /** Selects one of the known ids. */
  choice: number;
  garbage: string;
  query: [name: string, value: string][];
  accept?: string;
  method?: string;
  contentType?: string;
  /** The text of the body. */
  body?: string;
}

/** Steps over the operations of an API, most of them valid by its document. */
export function arbitraryStep(api: ServedApi): fc.Arbitrary<Step> {
  // Streams never end; operations with their own servers are not found at this API's base path.
  const plans = [...api.plan.operations.values()].filter(
    ({ success, operation }) => success.mediaType !== 'text/event-stream' && !operation.servers,
  );
  const step = fc.constantFrom(...plans).chain((plan) =>
    fc.record({
      plan: fc.constant(plan),
      caller: oftenFirst('own', 'none', 'malformed') as fc.Arbitrary<Step['caller']>,
      record: oftenFirst('known', 'foreign', 'garbage') as fc.Arbitrary<Step['record']>,
      choice: fc.nat({ max: 50 }),
      garbage: arbitraryText,
      query: queryOf(api, plan),
      accept: oftenFirst(undefined, '*/*', 'application/json', 'text/html;q=0.1, */*;q=0.01'),
      method: oftenFirst(undefined, 'PUT', 'PATCH', 'DELETE', 'POST'),
      contentType: oftenFirst(undefined, 'text/plain', 'application/json; charset=latin1', 'not a type'),
      body: bodyOf(api, plan),
    }),
  );
  return step.map((each) => Object.assign(each, { [fc.toStringMethod]: () => each.plan.operation.id }));
}

function oftenFirst<T>(first: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(first) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

function queryOf(api: ServedApi, { operation }: OperationPlan): fc.Arbitrary<Step['query']> {
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  const pair = (parameter: Parameter) =>
    fc
      .oneof(
        { weight: 3, arbitrary: arbitraryValue(api.document, parameter.schema).map(textOf) },
        { weight: 1, arbitrary: arbitraryText },
      )
      .map((value) => [parameter.name, value] as [string, string]);
  const required = declared.filter(({ required }) => required).map(pair);
  const optional = declared.filter(({ required }) => !required).map(pair);
  const none = fc.constant<Step['query']>([]);
  const some = optional.length === 0 ? none : fc.array(fc.oneof(...optional), { maxLength: 2 });
  const unknown = fc.array(fc.tuple(arbitraryText, arbitraryText), { maxLength: 2 });
  const extra = fc.oneof({ weight: 12, arbitrary: none }, { weight: 1, arbitrary: unknown });
  return fc.tuple(fc.tuple(...required), some, extra).map((parts) => parts.flat());
}

function bodyOf(api: ServedApi, { operation }: OperationPlan): fc.Arbitrary<string | undefined> {
  const mediaType = operation.requestBody && preferredMediaType(operation.requestBody.content);
  if (!mediaType) return fc.constant(undefined);
  const example = fc.constant(null).map(() => textOf(exampleRequest(api, operation).body?.value));
  const allowed = arbitraryValue(api.document, operation.requestBody?.content[mediaType]?.schema).map(
    (value) => JSON.stringify(value) ?? '',
  );
  return fc.oneof(
    { weight: 4, arbitrary: example },
    { weight: 4, arbitrary: allowed },
    { weight: 1, arbitrary: arbitraryGarbage },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

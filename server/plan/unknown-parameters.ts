import { type Issue, queryIssue } from '../answers/issue.ts';
import { schemesOf } from '../dialect/credentials.ts';
import type { Parameter } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';
import type { Operation } from '../openapi/operations.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import type { OperationPlan } from './plan-types.ts';
import type { ServedApi } from './served-api.ts';

/** The query parameters that an operation takes. */
interface Taken {
  names: Set<string>;
  /** Any other name may be a field to filter by, or a property of an open object. */
  orAny: boolean;
}

/** The parameters of a query string that an operation does not take: a misspelled one must not look like a response to it. */
export function unknownParameters(api: ServedApi, operation: Operation, query: URLSearchParams): Issue[] {
  if (query.size === 0) return [];
  const { names } = takenBy(operation, api);
  const isTaken = isTakenBy(api, operation);
  return [...new Set(query.keys())]
    .filter((name) => name !== '' && !isTaken(name) && !isBodyAsText(operation, name, query))
    .map((name) => queryIssue(name, 'unknownParameter', { names: [...names] }, 'is not taken'));
}

/** Generated clients for JavaScript write their options into the query, too, with the body among them: nobody means that. */
function isBodyAsText({ requestBody }: Operation, name: string, query: URLSearchParams): boolean {
  return name === 'body' && requestBody !== undefined && query.get(name) === '[object Object]';
}

/** Whether an operation takes a query parameter, by its name. */
export function isTakenBy(api: ServedApi, operation: Operation): (name: string) => boolean {
  const { names, orAny } = takenBy(operation, api);
  // Lists may be sent as `tag[]=a`, objects as `created[gte]=1`.
  return (name) => orAny || names.has(name) || names.has(name.replace(/\[.*$/s, ''));
}

const takenBy = memoize((operation: Operation, api: ServedApi): Taken => {
  const plan = api.plan.operations.get(operation);
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  const conventions = plan ? conventionsOf(api, plan) : { names: [], orAny: false };
  const keys = schemesOf(api.document, operation).flatMap(({ in: place, name }) =>
    place === 'query' && name ? [name] : [],
  );
  const spread = declared.flatMap((parameter) => spreadNames(api, parameter));
  return {
    names: new Set([...declared.map(({ name }) => name), ...spread, ...conventions.names, ...keys]),
    orAny:
      conventions.orAny || declared.some((parameter) => isOpen(api, parameter) || parameter.style === 'querystring'),
  };
});

function conventionsOf({ profile }: ServedApi, { role, pager }: OperationPlan): { names: string[]; orAny: boolean } {
  const { sort, fields, filters, lastChange } = profile;
  const isList = role === 'list';
  const selects = isList || role === 'read' || role === 'read-singleton';
  return {
    names: [
      ...(pager?.parameters ?? []),
      ...((selects && fields?.parameters) || []),
      ...(isList ? [...(sort?.parameters ?? []), ...(lastChange ? [lastChange.parameter] : [])] : []),
    ],
    orAny: isList && filters !== undefined,
  };
}

/** The properties that an exploded object spreads over the query string. */
function spreadNames({ document }: ServedApi, parameter: Parameter): string[] {
  return isExploded(parameter) ? Object.keys(shapeOf(document, parameter.schema).properties) : [];
}

function isOpen({ document }: ServedApi, parameter: Parameter): boolean {
  const { types, closed, properties } = shapeOf(document, parameter.schema);
  return isExploded(parameter) && types.has('object') && !closed && Object.keys(properties).length === 0;
}

function isExploded({ style = 'form', explode = style === 'form', content }: Parameter): boolean {
  return style === 'form' && explode && !content;
}

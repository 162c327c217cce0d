import { withQuery } from '../../wire/place-parameters.ts';
import { serializePathParameter, serializeQueryParameter } from '../../wire/serialize-parameter.ts';
import type { Parameter } from '../openapi/document-types.ts';
import { exampleOfParameter } from '../openapi/examples.ts';
import { wireValue } from '../openapi/place-example.ts';
import { basePathOf, isServedApart } from '../openapi/servers.ts';
import { singularOf } from '../plan/names.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { isOfferedAtFirst } from './is-offered-at-first.ts';
import type { PostmanRequest } from './postman-types.ts';

/** The variable for the id of a resource: the path parameter's name, or `customer_id` for a bare `{id}`. */
export function idVariable(parameter: string, store: string | undefined): string {
  return /^id$/i.test(parameter) && store ? `${singularOf(store)}_id` : parameter;
}

/** Whether a path parameter is one text, which a variable can hold; lists and objects are written out. */
export function isVariable(api: ServedApi, parameter: Parameter): boolean {
  return typeof exampleOfParameter(api.document, parameter) !== 'object';
}

type QueryLine = NonNullable<PostmanRequest['url']['query']>[number];

/** The address of a request, with variables in its path; `more` are pairs of credentials. */
export function postmanUrl(api: ServedApi, plan: OperationPlan, more: string[]): PostmanRequest['url'] {
  const { operation } = plan;
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (place, name: string) => {
    const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name);
    return parameter ? pathText(api, plan, parameter) : place;
  });
  const query = [
    ...operation.parameters.filter((each) => each.in === 'query').flatMap((each) => queryLines(api, each)),
    ...more.map((pair) => lineOf(pair)),
  ];
  const enabled = query
    .filter(({ disabled }) => !disabled)
    .map(({ key, value }) => (value === null ? key : `${key}=${value}`));
  const host = isServedApart(api, operation) ? `{{portalUrl}}${basePathOf(api, operation)}` : '{{baseUrl}}';
  return {
    raw: withQuery(`${host}${path}`, enabled),
    host: [host],
    path: path.split('/').slice(1),
    ...(query.length > 0 && { query }),
  };
}

/** In the style of the parameter: `;id={{id}}`. */
function pathText(api: ServedApi, plan: OperationPlan, parameter: Parameter): string {
  const example = exampleOfParameter(api.document, parameter);
  // The document's examples are the ids of seed records.
  if (!isVariable(api, parameter) || !isOfferedAtFirst(api, plan))
    return serializePathParameter(parameter, wireValue(parameter, example));
  return serializePathParameter(parameter, 'VALUE').replace(/VALUE$/, `{{${variableOf(plan, parameter.name)}}}`);
}

/** A path's parameters become the variables that hold the ids of parents and records. */
function variableOf(plan: OperationPlan, parameter: string): string {
  const parent = plan.parents.find((step) => step.parameter === parameter);
  const store = parent?.store ?? (parameter === plan.idParameter ? plan.resource?.store : undefined);
  return idVariable(parameter, store);
}

function queryLines(api: ServedApi, parameter: Parameter): QueryLine[] {
  const value = wireValue(parameter, exampleOfParameter(api.document, parameter));
  return serializeQueryParameter(parameter, value).map((pair) => ({
    ...lineOf(pair),
    ...(parameter.description && { description: parameter.description }),
    ...(!parameter.required && { disabled: true }),
  }));
}

/** Encoded already: Postman leaves a `%` as it is. */
function lineOf(pair: string): QueryLine {
  const at = pair.indexOf('=');
  return at < 0 ? { key: pair, value: null } : { key: pair.slice(0, at), value: pair.slice(at + 1) };
}

import { percentEncode } from '../../wire/percent-encode.ts';
import { usualAddress } from '../openapi/console-servers.ts';
import { exampleOfParameter } from '../openapi/examples.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { isServedApart } from '../openapi/servers.ts';
import type { OperationPlan } from '../plan/plan-types.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { postmanCredentials } from './postman-auth.ts';
import type { PostmanCollection, PostmanItem, PostmanVariable } from './postman-types.ts';
import { idVariable, isVariable } from './postman-url.ts';
import { type RunStep, runOrder } from './run-order.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

type RequestOf = (api: ServedApi, plan: OperationPlan) => PostmanItem;

/** A Postman collection (v2.1) that runs from top to bottom once `apiKey` has a value. */
export function postmanCollection(api: ServedApi, publicUrl: string, requestOf: RequestOf): PostmanCollection {
  return {
    info: {
      name: api.title,
      ...(api.document.info.description && { description: api.document.info.description }),
      schema,
    },
    auth: postmanCredentials(api, undefined).auth,
    variable: [...ownVariables(api, publicUrl), ...idVariables(api)],
    item: runOrder(api).map((step) => folder(api, step, requestOf)),
  };
}

function folder(api: ServedApi, { name, before, below, after }: RunStep, requestOf: RequestOf): PostmanItem {
  return {
    name,
    item: [
      ...before.map((plan) => requestOf(api, plan)),
      ...below.map((step) => folder(api, step, requestOf)),
      ...after.map((plan) => requestOf(api, plan)),
    ],
  };
}

/**
 * The variables that a collection shares with its environment: the API's address, the portal's address if needed, and the
 * key.
 */
export function ownVariables(api: ApiDocument, publicUrl: string): PostmanVariable[] {
  const isApart = api.operations.some((operation) => isServedApart(api, operation));
  const portal = isApart ? [{ key: 'portalUrl', value: publicUrl }] : [];
  return [...baseVariables(usualAddress(api, publicUrl)), ...portal];
}

/** The variables of every collection: the API's address, and the key. */
export function baseVariables(baseUrl: string): PostmanVariable[] {
  return [
    { key: 'baseUrl', value: baseUrl },
    { key: 'apiKey', value: '' },
  ];
}

/** Path parameters start with their examples, which exist in every new workspace; ids of created records replace them. */
function idVariables(api: ServedApi): PostmanVariable[] {
  const { plan, document, seed } = api;
  const variables = new Map<string, string>();
  for (const { operation, parents, idParameter, resource } of plan.operations.values()) {
    for (const parameter of operation.parameters.filter((each) => each.in === 'path' && isVariable(api, each))) {
      const store =
        parents.find((step) => step.parameter === parameter.name)?.store ??
        (parameter.name === idParameter ? resource?.store : undefined);
      const key = idVariable(parameter.name, store);
      const shown = String(exampleOfParameter(document, parameter) ?? '');
      const records = seed.filter((record) => record.store === store);
      const exists = records.length === 0 || records.some(({ id }) => id === shown);
      if (!variables.has(key)) variables.set(key, percentEncode(exists ? shown : (records[0]?.id ?? shown)));
    }
  }
  return [...variables].map(([key, value]) => ({ key, value }));
}

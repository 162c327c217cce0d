import type { OperationData, ParameterData } from '../documents/operation-data.ts';

/** A parameter for tests, in the build's format. */
export function aParameter(given: Partial<ParameterData> & Pick<ParameterData, 'name' | 'in'>): ParameterData {
  const inQuery = given.in === 'query' || given.in === 'cookie';
  return {
    description: '',
    required: given.in === 'path',
    deprecated: false,
    style: inQuery ? 'form' : 'simple',
    explode: inQuery,
    allowReserved: false,
    schema: { type: 'string' },
    ...given,
  };
}

/** An operation for tests, in the build's format. */
export function anOperation(given: Partial<OperationData> = {}): OperationData {
  return {
    api: { slug: 'shop', title: 'Shop', version: '1.0.0', isPlatform: false, basePath: '/sandbox/shop/v1' },
    id: 'listOrders',
    slug: 'list-orders',
    method: 'GET',
    path: '/orders',
    summary: '',
    description: '',
    deprecated: false,
    tags: [],
    parameters: [],
    responses: {},
    security: [],
    schemas: {},
    samples: [],
    ...given,
  };
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeSpecs } from './test-specs.ts';

const record = (properties: string, required: string) =>
  `{type: object, required: [${required}], properties: {${properties}}}`;
const ok = (schema: string, status = 200) =>
  `{"${status}": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/${schema}"}}}}}`;
const listed = (schema: string) =>
  `{"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/${schema}"}}}}}}`;
const takes = (schema: string) =>
  `{required: true, content: {application/json: {schema: {$ref: "#/components/schemas/${schema}"}}}}`;
const inPath = (...names: string[]) =>
  `[${names.map((name) => `{name: ${name}, in: path, required: true, schema: {type: integer}}`)}]`;

/** Orders with every kind of rule, and every way to write a record. */
const document = `openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: /sandbox/shop}]
components:
  schemas:
    Buyer: ${record('id: {type: integer, readOnly: true}, name: {type: string}', 'name')}
    Copy: ${record('name: {type: string}', 'name')}
    Order: ${record(
      `id: {type: integer, readOnly: true}, code: {type: string}, buyer_id: {type: integer},
      buyer: {$ref: "#/components/schemas/Copy", readOnly: true}, quantity: {type: integer}, price: {type: integer},
      total: {type: integer, readOnly: true}, status: {type: string, enum: [open, paid, sent, canceled], readOnly: true},
      note: {type: string}, updated_at: {type: string, format: date-time, readOnly: true},
      changed: {type: string, readOnly: true}`,
      'code',
    )}
    Line: ${record('id: {type: integer, readOnly: true}, order_id: {type: integer, readOnly: true}, code: {type: string}, changed: {type: string, readOnly: true}', 'code')}
    Coupon: ${record('id: {type: integer, readOnly: true}, code: {type: string, example: WELCOME}', 'code')}
    Removal: ${record('id: {type: integer, readOnly: true}, store: {type: string}, record: {type: string}', 'store')}
    Fields: {type: object}
paths:
  /buyers:
    get: {operationId: listBuyers, responses: ${listed('Buyer')}}
  /buyers/{buyer_id}:
    parameters: ${inPath('buyer_id')}
    get: {operationId: getBuyer, responses: ${ok('Buyer')}}
  /orders:
    get: {operationId: listOrders, responses: ${listed('Order')}}
    post: {operationId: createOrder, requestBody: ${takes('Order')}, responses: ${ok('Order', 201)}}
  /orders/add:
    post: {operationId: addOrder, requestBody: ${takes('Fields')}, responses: ${ok('Order')}}
  /orders/insist:
    post: {operationId: insistOnOrder, requestBody: ${takes('Fields')}, responses: ${ok('Order')}}
  /orders/{order_id}:
    parameters: ${inPath('order_id')}
    get: {operationId: getOrder, responses: ${ok('Order')}}
    put: {operationId: replaceOrder, requestBody: ${takes('Order')}, responses: ${ok('Order')}}
    patch: {operationId: changeOrder, requestBody: ${takes('Fields')}, responses: ${ok('Order')}}
    delete: {operationId: deleteOrder, responses: {"204": {description: gone}}}
  /orders/{order_id}/adjust:
    parameters: ${inPath('order_id')}
    post: {operationId: adjustOrder, requestBody: ${takes('Fields')}, responses: ${ok('Order')}}
  /orders/{order_id}/rewrite:
    parameters: ${inPath('order_id')}
    post: {operationId: rewriteOrder, requestBody: ${takes('Fields')}, responses: ${ok('Order')}}
  /orders/{order_id}/insist:
    parameters: ${inPath('order_id')}
    post: {operationId: insistOnChange, requestBody: ${takes('Fields')}, responses: ${ok('Order')}}
  /orders/{order_id}/remove:
    parameters: ${inPath('order_id')}
    post: {operationId: removeOrder, responses: ${ok('Order')}}
  /orders/{order_id}/send:
    parameters: ${inPath('order_id')}
    post: {operationId: sendOrder, responses: ${ok('Order')}}
  /orders/{order_id}/lines:
    parameters: ${inPath('order_id')}
    get: {operationId: listLines, responses: ${listed('Line')}}
    post: {operationId: createLine, requestBody: ${takes('Line')}, responses: ${ok('Line', 201)}}
  /orders/{order_id}/lines/{line_id}:
    parameters: ${inPath('order_id', 'line_id')}
    get: {operationId: getLine, responses: ${ok('Line')}}
    patch: {operationId: changeLine, requestBody: ${takes('Fields')}, responses: ${ok('Line')}}
  /coupons/{coupon_id}:
    parameters: ${inPath('coupon_id')}
    get: {operationId: getCoupon, responses: ${ok('Coupon')}}
  /removals:
    get: {operationId: listRemovals, responses: ${listed('Removal')}}
  /removals/{removal_id}:
    parameters: ${inPath('removal_id')}
    get: {operationId: getRemoval, responses: ${ok('Removal')}}
`;

const profile = `
import { lastChange } from '${dialect('last-change')}';

const eventsOf = (store) => ({ name: store, created: [store + '_created'], changed: [store + '_changed'], deleted: [store + '_deleted'] });

export const profile = {
  lastChange: lastChange({
    property: 'changed',
    parameter: 'changed_after',
    removals: { store: 'removals', describe: (store, id) => ({ store, record: id }) },
  }),
  handlers: {
    addOrder: async (call) => call.answer(await call.store('orders').add(call.body.fields ?? call.body)),
    adjustOrder: async (call) => call.answer(await call.change((order) => Object.assign(order, call.body.fields ?? call.body))),
    rewriteOrder: async (call) =>
      call.answer(await call.store('orders').change(String(call.parameters.path.order_id), (order) => ({ ...order, ...(call.body.fields ?? call.body) }))),
    insistOnOrder: async (call) => {
      const orders = call.store('orders');
      return call.answer(await orders.add(call.body).catch(() => orders.find('1')));
    },
    insistOnChange: async (call) => call.answer(await call.change((order) => ({ ...order, ...call.body })).catch(() => call.record())),
    removeOrder: async (call) => {
      const order = await call.record();
      await call.store('orders').remove(String(order.id));
      return call.answer(order);
    },
  },
  resources: {
    orders: {
      unique: ['code'],
      references: { buyer_id: 'buyers' },
      embeds: { buyer: 'buyer_id' },
      derive: async (order) => ({ ...order, total: (order.quantity ?? 0) * (order.price ?? 0) }),
      lifecycle: {
        property: 'status',
        initial: 'open',
        steps: [
          {
            from: 'open',
            after: 5000,
            to: 'paid',
            change: ({ code, quantity }) => ({ code: code + '-paid', quantity: quantity + 1, buyer_id: 2 }),
          },
        ],
      },
      actions: { property: 'status', moves: { send: { from: ['paid'], to: 'sent' } } },
      events: { ...eventsOf('order'), states: { open: ['order_open'], paid: ['order_paid'], sent: ['order_sent'], canceled: ['order_canceled'] } },
    },
    coupons: { unique: ['code'] },
    lines: { unique: ['code'], events: eventsOf('line') },
  },
};
`;

const seed = `buyers:
  - {id: 1, name: Ana}
  - {id: 2, name: Bia}
orders:
  - {id: 1, code: seeded, buyer_id: 1, quantity: 2, price: 3, status: paid, changed: "2026-01-01 00:00:00.000000"}
`;

/** The folder of the shop's API, for SPECS_PATH. */
export function shopSpecs(): string {
  return writeSpecs({ shop: { 'openapi.yaml': document, 'sandbox.ts': profile, 'seed.yaml': seed } });
}

function dialect(name: string): string {
  return pathToFileURL(join(import.meta.dirname, '../dialect', `${name}.ts`)).href;
}

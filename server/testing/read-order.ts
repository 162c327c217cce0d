import assert from 'node:assert/strict';
import { Refusal } from '../answers/refusal.ts';
import type { Format } from '../dialect/formats/format.ts';
import type { OpenApiDocument, Schema } from '../openapi/document-types.ts';

/** A document with a value of every kind that formats must distinguish. */
export const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Formats', version: '1' },
  components: {
    schemas: {
      Item: {
        type: 'object',
        xml: { name: 'item' },
        properties: { name: { type: 'string' }, quantity: { type: 'number' } },
      },
      Order: {
        type: 'object',
        xml: { name: 'order' },
        properties: {
          code: { type: 'string' },
          amount: { type: 'number' },
          count: { type: 'integer' },
          paid: { type: 'boolean' },
          note: { type: ['string', 'null'] },
          tags: { type: 'array', items: { type: 'string', xml: { name: 'tag' } }, xml: { wrapped: true } },
          numbers: { type: 'array', items: { type: 'integer' } },
          items: { type: 'array', items: { $ref: '#/components/schemas/Item' }, xml: { wrapped: true } },
          address: { type: 'object', properties: { city: { type: 'string' }, floor: { type: 'integer' } } },
          metadata: { type: 'object', additionalProperties: { type: 'string' } },
          version: { type: 'integer', xml: { attribute: true } },
        },
      },
    },
  },
};

/** An order of that document. */
export const schema: Schema = { $ref: '#/components/schemas/Order' };

/** Reads an order in a format. */
export const read = (format: Format, text: string) => format.read?.(text, { document, schema });

/** Asserts that a text is refused as an order, with this code and message. */
export const refuses = (format: Format, text: string, code: string, message = /./) =>
  assert.throws(
    () => read(format, text),
    (error) => error instanceof Refusal && error.code === code && error.status === 400 && message.test(error.detail.en),
    text.slice(0, 80),
  );

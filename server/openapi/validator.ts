import { readInteger } from '../answers/exact-json.ts';
import type { Issue } from '../answers/issue.ts';
import { type Check, createRequestCheck, createResponseCheck } from './bounded-check.ts';
import type { OpenApiDocument, Parameter, Schema } from './document-types.ts';
import { memoize } from './memoize.ts';
import type { Operation } from './operations.ts';
import { resolve } from './resolve.ts';

/** The values of a request's parameters, by location; validation coerces text to the declared types. */
export type ParameterValues = Record<'path' | 'query' | 'header' | 'cookie', Record<string, unknown>>;

/** Validates the requests and responses of one API; a schema is compiled on first use. */
export interface Validator {
  parameters(operation: Operation, values: ParameterValues): Issue[];
  /** With `fill`, absent properties get their defaults. */
  body(operation: Operation, mediaType: string, value: unknown, options?: { fill?: boolean }): Issue[];
  request: Check;
  response: Check;
}

const places = ['path', 'query', 'header', 'cookie'] as const;

/** The shared validator of a document, so that each schema is compiled once. */
export const validatorOf = memoize(createValidator);

export function createValidator(document: OpenApiDocument): Validator {
  const checkParameters = createRequestCheck(document, { coerceTypes: 'array', useDefaults: true });
  const checkRequest = createRequestCheck(document);
  const checkAndFill = createRequestCheck(document, { useDefaults: true });
  const parametersOf = memoize((operation: Operation) => parametersSchema(document, operation));

  return {
    parameters: (operation, values) => {
      const texts = Object.fromEntries(places.map((place) => [place, { ...values[place] }]));
      const issues = checkParameters(parametersOf(operation), values);
      for (const place of places)
        for (const [name, value] of Object.entries(values[place] ?? {})) {
          const text = texts[place]?.[name];
          if (typeof value === 'number' && typeof text === 'string') values[place][name] = readInteger(text);
        }
      return issues.map((issue) => {
        const [, place, ...rest] = issue.pointer.split('/');
        return { ...issue, in: place as Issue['in'], pointer: `/${rest.join('/')}`, field: rest.join('.') };
      });
    },
    body: (operation, mediaType, value, { fill } = {}) => {
      const schema = operation.requestBody?.content[mediaType]?.schema;
      return schema ? (fill ? checkAndFill : checkRequest)(schema, value) : [];
    },
    request: checkRequest,
    response: createResponseCheck(document),
  };
}

function parametersSchema(document: OpenApiDocument, operation: Operation): Schema {
  const properties: Record<string, Schema> = {};
  for (const place of places) {
    const declared = operation.parameters.filter((parameter) => parameter.in === place);
    properties[place] = {
      type: 'object',
      properties: Object.fromEntries(
        declared.map((parameter) => [keyOf(parameter), readableSchema(document, parameter)]),
      ),
      required: declared.filter(({ required }) => required).map(keyOf),
    };
  }
  return { type: 'object', properties };
}

/** Header names are case-insensitive (RFC 9110, 5.1) and are handled in lower case. */
function keyOf(parameter: Parameter): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}

function schemaOf(parameter: Parameter): Schema {
  return parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
}

/** Coercion makes text match several variants of a oneOf (`7` is a number and a text), so parameters use anyOf. */
function readableSchema(document: OpenApiDocument, parameter: Parameter): Schema {
  const declared = schemaOf(parameter);
  const { oneOf, ...schema } = resolve<Schema>(document, declared);
  return oneOf && !schema.anyOf ? { ...schema, anyOf: oneOf } : declared;
}

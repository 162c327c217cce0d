import type { AnySchema, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import type { Issue } from '../answers/issue.ts';
import type { OpenApiDocument, Parameter, Schema } from './document-types.ts';
import { lazily } from './lazily.ts';
import { type CheckVariant, forgiveUntoldChoices, keepMeantVariants } from './meant-variant.ts';
import { oncePer } from './once-per.ts';
import type { Operation } from './operations.ts';
import type { Direction } from './sample/sample-schema.ts';
import { createCompiler, type Patience } from './schema-compiler.ts';
import { shapeOf } from './schema-shape.ts';
import { toIssues } from './validation-issues.ts';

/** The values of a request's parameters, by place; validation turns text into the declared types. */
export type ParameterValues = Record<'path' | 'query' | 'header' | 'cookie', Record<string, unknown>>;

/** Validates what goes in and out of one API; a schema is compiled when it is first used. */
export interface Validator {
  parameters(operation: Operation, values: ParameterValues): Issue[];
  /** With `fill`, what is absent gets its default. */
  body(operation: Operation, mediaType: string, value: unknown, options?: { fill?: boolean }): Issue[];
  request(schema: Schema, value: unknown): Issue[];
  response(schema: Schema, value: unknown): Issue[];
}

/** The one validator of a document: what it has compiled serves everybody. */
export const validatorOf = oncePer(createValidator);

export function createValidator(document: OpenApiDocument): Validator {
  const checkWith = (direction: Direction, more: Options = {}) => {
    const patience: Patience = { left: 0 };
    const compiler = lazily(() => createCompiler(document, direction, patience, more));
    const compile = (schema: AnySchema): ValidateFunction => {
      try {
        return compiler()(schema);
      } catch {
        // What cannot be compiled (a type that there is not, say) is not checked: the sandbox goes on answering.
        return acceptAnything;
      }
    };
    const compiled = oncePer(compile);
    const check = (schema: AnySchema, value: unknown): ErrorObject[] => {
      const validate = typeof schema === 'boolean' ? compile(schema) : compiled(schema);
      try {
        patience.left = mostSteps;
        return validate(value) ? [] : (validate.errors as ErrorObject[]);
      } catch {
        // A schema whose defaults lead back to itself has no end, nor soon has one that doubles at each step; nothing can be said then.
        return [];
      }
    };
    // No caller can mend what a document leaves open; an answer can only keep to the letter of it.
    const held: CheckVariant =
      direction === 'request'
        ? (schema, value) => forgiveUntoldChoices(check(schema, value), check, requiredOf)
        : check;
    return (schema: Schema, value: unknown): Issue[] => toIssues(keepMeantVariants(held(schema, value), held));
  };
  const requiredOf = (schema: AnySchema) => shapeOf(document, schema as Schema).required;
  const checkParameters = checkWith('request', { coerceTypes: 'array', useDefaults: true });
  const checkRequest = checkWith('request');
  const checkAndFill = checkWith('request', { useDefaults: true });
  const parametersOf = oncePer(parametersSchema);

  return {
    parameters: (operation, values) => {
      const issues = checkParameters(parametersOf(operation), values);
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
    response: checkWith('response'),
  };
}

/** More than the largest body needs that a sane document describes. */
const mostSteps = 300_000;

const acceptAnything = (() => true) as unknown as ValidateFunction;

function parametersSchema(operation: Operation): Schema {
  const properties: Record<string, Schema> = {};
  for (const place of ['path', 'query', 'header', 'cookie'] as const) {
    const declared = operation.parameters.filter((parameter) => parameter.in === place);
    properties[place] = {
      type: 'object',
      properties: Object.fromEntries(declared.map((parameter) => [keyOf(parameter), readableSchema(parameter)])),
      required: declared.filter(({ required }) => required).map(keyOf),
    };
  }
  return { type: 'object', properties };
}

/** Header names have no case (RFC 9110); they are read and checked in lower case. */
function keyOf(parameter: Parameter): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}

function schemaOf(parameter: Parameter): Schema {
  return parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
}

/** A text can often be read as several types, so that more than one variant of a oneOf takes it: `7` is a number, and a text. */
function readableSchema(parameter: Parameter): Schema {
  const { oneOf, ...schema } = schemaOf(parameter);
  return oneOf && !schema.anyOf ? { ...schema, anyOf: oneOf } : schemaOf(parameter);
}

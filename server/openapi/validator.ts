import type { AnySchema, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import type { Issue } from '../answers/issue.ts';
import type { OpenApiDocument, Parameter, Schema } from './document-types.ts';
import { type CheckVariant, forgiveAmbiguousChoices, onlyIntendedVariants } from './intended-variant.ts';
import { isLarge } from './is-large.ts';
import { lazily } from './lazily.ts';
import { memoize } from './memoize.ts';
import type { Operation } from './operations.ts';
import { PatternsTakeTooLong, withinTime } from './pattern.ts';
import type { Direction } from './sample/sample-schema.ts';
import { createCompiler, type StepBudget } from './schema-compiler.ts';
import { shapeOf } from './schema-shape.ts';
import { toIssues } from './validation-issues.ts';

/** The values of a request's parameters, by location; validation coerces text to the declared types. */
export type ParameterValues = Record<'path' | 'query' | 'header' | 'cookie', Record<string, unknown>>;

/** Validates the requests and responses of one API; a schema is compiled on first use. */
export interface Validator {
  parameters(operation: Operation, values: ParameterValues): Issue[];
  /** With `fill`, absent properties get their defaults. */
  body(operation: Operation, mediaType: string, value: unknown, options?: { fill?: boolean }): Issue[];
  request(schema: Schema, value: unknown): Issue[];
  response(schema: Schema, value: unknown): Issue[];
}

/** The shared validator of a document, so that each schema is compiled once. */
export const validatorOf = memoize(createValidator);

export function createValidator(document: OpenApiDocument): Validator {
  /** Checks values of one direction, and reports all that is wrong or (`allErrors: false`) the first fault. */
  const createCheck = (direction: Direction, more: Options): CheckVariant => {
    const budget: StepBudget = { left: 0 };
    const compiler = lazily(() => createCompiler(document, direction, budget, more));
    const compile = (schema: AnySchema): ValidateFunction => {
      try {
        return compiler()(schema);
      } catch {
        // A schema that does not compile (an unknown type, say) is not checked, so that the sandbox keeps responding.
        return acceptAnything;
      }
    };
    const byText = new Map<string, ValidateFunction>();
    const compiled = memoize((schema: AnySchema) => {
      // Documents repeat small schemas; compiling one takes longer than writing it out.
      const text = textOf(schema);
      if (text === undefined) return compile(schema);
      const validate = byText.get(text) ?? compile(schema);
      byText.set(text, validate);
      return validate;
    });
    return (schema, value) => {
      const validate = typeof schema === 'boolean' ? compile(schema) : compiled(schema);
      try {
        budget.left = maxSteps;
        return validate(value) ? [] : (validate.errors as ErrorObject[]);
      } catch (error) {
        if (direction === 'request' && error instanceof PatternsTakeTooLong) return [takesTooLong];
        // Recursive defaults never end, and a schema that doubles at each step exceeds the budget: no verdict.
        return [];
      }
    };
  };
  const checkWith = (direction: Direction, more: Options = {}) => {
    const checkAll = createCheck(direction, more);
    if (direction === 'response')
      return (schema: Schema, value: unknown): Issue[] =>
        withinTime(() => toIssues(onlyIntendedVariants(checkAll(schema, value), checkAll)));
    const checkFirst = createCheck(direction, { ...more, allErrors: false });
    // A caller cannot resolve a document's ambiguity; responses are checked strictly.
    const forgiving =
      (check: CheckVariant): CheckVariant =>
      (schema, value) =>
        forgiveAmbiguousChoices(check(schema, value), check, requiredOf);
    const checkVariant: CheckVariant = (schema, value) => {
      if (!isLarge(value)) return forgiving(checkAll)(schema, value);
      const first = checkFirst(schema, value);
      const left = forgiveAmbiguousChoices(first, checkFirst, requiredOf);
      // What comes after an ambiguity that is forgiven was not looked at yet.
      return first.length > 0 && left.length === 0 ? forgiving(checkAll)(schema, value) : left;
    };
    return (schema: Schema, value: unknown): Issue[] =>
      withinTime(() => toIssues(onlyIntendedVariants(checkVariant(schema, value), checkVariant)));
  };
  const requiredOf = (schema: AnySchema) => shapeOf(document, schema as Schema).required;
  const checkParameters = checkWith('request', { coerceTypes: 'array', useDefaults: true });
  const checkRequest = checkWith('request');
  const checkAndFill = checkWith('request', { useDefaults: true });
  const parametersOf = memoize(parametersSchema);

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

/** The error of a request whose texts the document's patterns cannot match in time. */
const takesTooLong: ErrorObject = { keyword: 'effort', instancePath: '', schemaPath: '', params: {} };

/** More than the largest body of a sane document needs. */
const maxSteps = 300_000;

/** A schema as a key; undefined for a long one, which is hardly repeated, and for one that contains itself. */
function textOf(schema: AnySchema): string | undefined {
  try {
    const text = JSON.stringify(schema);
    return text.length < 2000 ? text : undefined;
  } catch {
    return undefined;
  }
}

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

/** Header names are case-insensitive (RFC 9110, 5.1) and are handled in lower case. */
function keyOf(parameter: Parameter): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}

function schemaOf(parameter: Parameter): Schema {
  return parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
}

/** Coercion makes text match several variants of a oneOf (`7` is a number and a text), so parameters use anyOf. */
function readableSchema(parameter: Parameter): Schema {
  const { oneOf, ...schema } = schemaOf(parameter);
  return oneOf && !schema.anyOf ? { ...schema, anyOf: oneOf } : schemaOf(parameter);
}

import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument, Parameter, Schema } from './document-types.ts';
import { addAllFormats } from './formats.ts';
import { keepMeantVariants } from './meant-variant.ts';
import type { Operation } from './operations.ts';
import { type Pattern, readPattern } from './pattern.ts';
import { requestView, responseView } from './request-view.ts';
import { type Issue, toIssues } from './validation-issues.ts';

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

const options = {
  strict: false,
  allErrors: true,
  verbose: true,
  ownProperties: true,
  logger: false as const,
  validateSchema: false,
  // 0.3 is a multiple of 0.1, whatever a computer makes of it.
  multipleOfPrecision: 9,
  code: { regExp: compilePattern },
};

const validators = new WeakMap<OpenApiDocument, Validator>();

/** The one validator of a document: what it has compiled serves everybody. */
export function validatorOf(document: OpenApiDocument): Validator {
  let validator = validators.get(document);
  if (!validator) {
    validator = createValidator(document);
    validators.set(document, validator);
  }
  return validator;
}

export function createValidator(document: OpenApiDocument): Validator {
  const compilers = lazily(() => {
    const strict = new Ajv2020(options);
    const filling = new Ajv2020({ ...options, useDefaults: true });
    const lenient = new Ajv2020({ ...options, coerceTypes: 'array', useDefaults: true });
    const [request, response] = [requestView(document, document), responseView(document, document)];
    for (const ajv of [strict, filling, lenient]) {
      addAllFormats(ajv);
      ajv.addSchema({ $id: 'request', ...(request as object) });
      ajv.addSchema({ $id: 'response', ...(response as object) });
    }
    return { strict, filling, lenient };
  });
  const checkWith = (mode: 'strict' | 'filling' | 'lenient', base: 'request' | 'response') => {
    const view = base === 'request' ? requestView : responseView;
    const compile = (schema: AnySchema): ValidateFunction => {
      const seen = typeof schema === 'boolean' ? schema : view(document, schema);
      try {
        return compilers()[mode].compile(withBase(seen, base) as AnySchema);
      } catch {
        // What cannot be compiled (a pattern of another dialect, say) is not checked: the sandbox goes on answering.
        return acceptAnything;
      }
    };
    const compiled = remember(compile);
    const check = (schema: AnySchema, value: unknown): ErrorObject[] => {
      const validate = typeof schema === 'boolean' ? compile(schema) : compiled(schema);
      try {
        return validate(value) ? [] : (validate.errors as ErrorObject[]);
      } catch {
        // A schema whose defaults lead back to itself has no end; nothing can be said against the value then.
        return [];
      }
    };
    return (schema: Schema, value: unknown): Issue[] => toIssues(keepMeantVariants(check(schema, value), check));
  };
  const checkParameters = checkWith('lenient', 'request');
  const checkRequest = checkWith('strict', 'request');
  const checkAndFill = checkWith('filling', 'request');
  const parametersOf = remember(parametersSchema);

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
    response: checkWith('strict', 'response'),
  };
}

const anyText: Pattern = { regExp: /(?:)/, test: () => true, toString: () => 'anyText' };

/** A pattern of another dialect allows all. */
function compilePattern(pattern: string): Pattern {
  return readPattern(pattern) ?? anyText;
}
// Ajv wants to know how it would write this function into a file.
compilePattern.code = 'compilePattern';

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

/** A schema that stands alone still refers into its document: its local references get the document's name. */
function withBase(schema: unknown, base: string): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((item) => withBase(item, base));
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#') ? base + value : withBase(value, base),
    ]),
  );
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function remember<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

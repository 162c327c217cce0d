import { Ajv2020, type AnySchema, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from './document-types.ts';
import { addAllFormats } from './formats.ts';
import { compilePattern } from './pattern.ts';
import { viewFrom } from './request-view.ts';
import { findByPointer } from './resolve.ts';
import type { Direction } from './sample/sample-schema.ts';

const options: Options = {
  strict: false,
  allErrors: true,
  verbose: true,
  ownProperties: true,
  logger: false,
  meta: false,
  validateSchema: false,
  // 0.3 is a multiple of 0.1, whatever a computer makes of it.
  multipleOfPrecision: 9,
  code: { regExp: compilePattern },
};

/** How many schemas one value may still be held against: a few that each name the next one twice are more than anybody can wait for. */
export interface Patience {
  left: number;
}

const step = 'x-step';

/**
 * Gives a function that compiles schemas of a document as one direction sees them. What a schema refers to is taken from the
 * document when it is first reached, and compiled once: of a large document nobody pays for more than is called.
 */
export function createCompiler(
  document: OpenApiDocument,
  direction: Direction,
  patience: Patience,
  more: Options = {},
): (schema: AnySchema) => ValidateFunction {
  const ajv = new Ajv2020({ ...options, ...more });
  addAllFormats(ajv);
  ajv.addKeyword({
    keyword: step,
    validate: () => {
      if (patience.left-- <= 0) throw new Error('The schema takes too long.');
      return true;
    },
  });
  const names = new Map<string, string>();
  const waiting: string[] = [];

  // Names and not pointers: a pointer is an address, and no two libraries write its braces and tildes alike.
  function refer(reference: string): string {
    if (!reference.startsWith('#')) return reference;
    let name = names.get(reference);
    if (name === undefined) {
      name = `schema-${names.size}`;
      names.set(reference, name);
      waiting.push(reference);
    }
    return name;
  }

  return (schema) => {
    const seen = viewFrom(direction, document, schema, refer) as AnySchema;
    for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
      const target = findByPointer(document, reference);
      const view = viewFrom(direction, document, target, refer) as AnySchema;
      ajv.addSchema(typeof view === 'object' ? { ...view, [step]: true } : view, refer(reference));
    }
    return ajv.compile(seen);
  };
}

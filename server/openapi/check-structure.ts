import { Validator } from '@seriousme/openapi-schema-validator';
import type { ValidateFunction } from 'ajv';
import type { Texts } from '../answers/texts.ts';
import { type Fault, pointerOf } from './faults.ts';
import type { Source } from './read-source.ts';

interface StructureError {
  instancePath: string;
  keyword: string;
  message?: string;
  /** The name that is wrong, where it is one of a map. */
  propertyName?: string;
  params: Record<string, unknown>;
}

/** A fault of structure, and the rule that it breaks (as Ajv names it), for those who can do something about it. */
export interface StructureFault {
  fault: Fault;
  pointer: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** The package's full check would also follow every reference, which checkReferences does faster and with line numbers. */
class StructureValidator extends Validator {
  declare getAjvValidator: (version: string) => ValidateFunction;
}

const validators = { first: new StructureValidator(), all: new StructureValidator({ allErrors: true }) };

/**
 * Checks a document against the OpenAPI schema of its version; the most specific errors come first. It finds the first fault, which
 * takes a fraction of the time that finding `all` takes.
 */
export function checkStructure(source: Source, wanted: 'first' | 'all' = 'first'): StructureFault[] {
  const value = source.value as { openapi?: unknown } | null;
  if (
    typeof value !== 'object' ||
    value === null ||
    typeof value.openapi !== 'string' ||
    !/^3\.[01]\./.test(value.openapi)
  ) {
    const fault = source.fault(
      '/openapi',
      { en: 'This is not an OpenAPI 3.0 or 3.1 document.', pt: 'Este não é um documento OpenAPI 3.0 ou 3.1.' },
      {
        en: 'Start the file with a line such as "openapi: 3.1.0".',
        pt: 'Comece o arquivo com uma linha como "openapi: 3.1.0".',
      },
    );
    return [{ fault, pointer: '/openapi', keyword: 'openapi', params: {} }];
  }
  const validate = validators[wanted].getAjvValidator(value.openapi.slice(0, 3));
  if (validate(value)) return [];
  return mostSpecific((validate.errors ?? []) as StructureError[]).map((error) => {
    const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    const pointer = error.instancePath + (typeof extra === 'string' ? pointerOf([extra]) : '');
    const place = pointer.replaceAll('~1', '/');
    const { en, pt } = messageOf(error);
    const message = { en: `${place || 'The document'}: ${en}.`, pt: `${place || 'O documento'}: ${pt}.` };
    const { keyword, params } = error;
    return { fault: source.fault(pointer, message, remedyOf(error)), pointer, keyword, params };
  });
}

/** Ajv reports every branch of a oneOf; the deepest errors point to the actual problem. */
function mostSpecific(errors: StructureError[]): StructureError[] {
  const real = errors.filter((error) => !branching.has(error.keyword) && !isHarmless(error));
  const depth = (error: StructureError) => error.instancePath.split('/').length;
  const deepest = real.filter(
    (error) => !real.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  );
  const places = new Map<string, StructureError>();
  for (const error of deepest.sort((a, b) => depth(b) - depth(a)))
    places.set(error.instancePath, joined(places.get(error.instancePath), error));
  return [...places.values()].slice(0, 20);
}

/** The first of several errors of one place; the values that the branches of a oneOf allow there are those of all of them. */
function joined(first: StructureError | undefined, error: StructureError): StructureError {
  if (first?.keyword !== 'enum' || error.keyword !== 'enum') return first ?? error;
  const allowedValues = [...new Set([first, error].flatMap(({ params }) => params.allowedValues as unknown[]))];
  return { ...first, params: { ...first.params, allowedValues } };
}

const branching = new Set(['oneOf', 'anyOf', 'if', '$ref', 'then', 'else', 'propertyNames']);

/**
 * A component may have any name here: what the specification allows is for tools that make code of it. A pattern of another dialect
 * than JavaScript's is shown as it stands, and matches any text.
 */
function isHarmless({ keyword, propertyName, params }: StructureError): boolean {
  return (keyword === 'pattern' && propertyName !== undefined) || (keyword === 'format' && params.format === 'regex');
}

function messageOf({ keyword, message, params }: StructureError): Texts {
  if (keyword === 'required')
    return { en: `"${params.missingProperty}" is missing`, pt: `falta "${params.missingProperty}"` };
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = params.additionalProperty ?? params.unevaluatedProperty;
    return { en: `"${name}" is not allowed here`, pt: `"${name}" não é permitido aqui` };
  }
  if (keyword === 'enum') {
    const values = (params.allowedValues as unknown[]).join(', ');
    return { en: `the value must be one of ${values}`, pt: `o valor deve ser um destes: ${values}` };
  }
  if (keyword === 'type')
    return { en: `the value must be of type ${params.type}`, pt: `o valor deve ser do tipo ${params.type}` };
  return { en: message ?? keyword, pt: `o valor não é válido (${message ?? keyword})` };
}

function remedyOf({ keyword, params }: StructureError): Texts {
  if (keyword === 'required')
    return { en: `Add "${params.missingProperty}".`, pt: `Acrescente "${params.missingProperty}".` };
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return {
      en: 'Remove it, or correct its spelling or indentation.',
      pt: 'Remova-o, ou corrija a grafia ou a indentação.',
    };
  return {
    en: 'Correct it according to the OpenAPI specification of this version.',
    pt: 'Corrija como manda a especificação OpenAPI desta versão.',
  };
}

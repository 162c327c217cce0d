import { Validator } from '@seriousme/openapi-schema-validator';
import type { ValidateFunction } from 'ajv';
import { withNumbers } from '../answers/exact-json.ts';
import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { type Fault, pointerOf } from './faults.ts';
import type { Source } from './read-source.ts';
import { findVersion } from './version-of.ts';

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
  const { value } = source;
  const version = findVersion(value);
  if (!version) {
    const fault = source.fault('/openapi', say('documents.no-openapi'), say('documents.begin-with-version'));
    return [{ fault, pointer: '/openapi', keyword: 'openapi', params: {} }];
  }
  const validate = validators[wanted].getAjvValidator(version);
  if (validate(value)) return [];
  // A BigInt is a number like any other here.
  const numbers = withNumbers(value);
  if (numbers !== value && validate(numbers)) return [];
  return mostSpecific((validate.errors ?? []) as StructureError[]).map((error) => {
    const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    const pointer = error.instancePath + (typeof extra === 'string' ? pointerOf([extra]) : '');
    const place = pointer.replaceAll('~1', '/');
    const message = say('documents.at', { place: place || say('documents.document'), fault: messageOf(error) });
    const { keyword, params } = error;
    return { fault: source.fault(pointer, message, remedyOf(error)), pointer, keyword, params };
  });
}

/** Ajv reports every branch of a oneOf; the deepest errors point to the actual problem. */
function mostSpecific(errors: StructureError[]): StructureError[] {
  const real = errors.filter((error) => !branching.has(error.keyword) && !isHarmless(error));
  const depth = (error: StructureError) => error.instancePath.split('/').length;
  // Where all that is wrong is harmless, other branches of a oneOf say that it is something else.
  const causes = errors.filter(({ keyword }) => !branching.has(keyword));
  const deepest = real.filter(
    (error) => !causes.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
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
  if (keyword === 'required') return say('documents.missing', { missingProperty: params.missingProperty });
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = params.additionalProperty ?? params.unevaluatedProperty;
    return say('documents.not-allowed', { name });
  }
  if (keyword === 'enum') {
    const values = (params.allowedValues as unknown[]).join(', ');
    return say('documents.one-of', { values });
  }
  if (keyword === 'type') return say('documents.type', { type: params.type });
  return say('documents.not-valid', { message: message ?? keyword });
}

function remedyOf({ keyword, params }: StructureError): Texts {
  if (keyword === 'required') return say('documents.add', { missingProperty: params.missingProperty });
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return say('documents.remove-or-correct');
  return say('documents.follow-specification');
}

import { Validator } from '@seriousme/openapi-schema-validator';
import type { ValidateFunction } from 'ajv';
import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { type Fault, pointerOf } from './faults.ts';
import type { Source } from './read-source.ts';

interface StructureError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

/** The package's full check would also follow every reference, which checkReferences does faster and with line numbers. */
class StructureValidator extends Validator {
  declare getAjvValidator: (version: string) => ValidateFunction;
}

const validator = new StructureValidator();

/** Checks a document against the OpenAPI schema of its version; the most specific errors come first. */
export function checkStructure(source: Source): Fault[] {
  const value = source.value as { openapi?: unknown } | null;
  if (
    typeof value !== 'object' ||
    value === null ||
    typeof value.openapi !== 'string' ||
    !/^3\.[01]\./.test(value.openapi)
  ) {
    return [source.fault('/openapi', say('documents.no-openapi'), say('documents.begin-with-version'))];
  }
  const validate = validator.getAjvValidator(value.openapi.slice(0, 3));
  if (validate(value)) return [];
  return mostSpecific((validate.errors ?? []) as StructureError[]).map((error) => {
    const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    const at = error.instancePath + (typeof extra === 'string' ? pointerOf([extra]) : '');
    const place = at.replaceAll('~1', '/');
    const message = say('documents.at', { place: place || say('documents.document'), fault: messageOf(error) });
    return source.fault(at, message, remedyOf(error));
  });
}

/** Ajv reports every branch of a oneOf; the deepest errors point to the actual problem. */
function mostSpecific(errors: StructureError[]): StructureError[] {
  const real = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if', '$ref', 'then', 'else'].includes(keyword));
  const depth = (error: StructureError) => error.instancePath.split('/').length;
  const deepest = real.filter(
    (error) => !real.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  );
  const places = new Map<string, StructureError>();
  for (const error of deepest.sort((a, b) => depth(b) - depth(a)))
    if (!places.has(error.instancePath)) places.set(error.instancePath, error);
  return [...places.values()].slice(0, 20);
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

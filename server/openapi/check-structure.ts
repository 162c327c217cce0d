import { Validator } from '@seriousme/openapi-schema-validator';
import type { ValidateFunction } from 'ajv';
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
    return [
      source.fault(
        '/openapi',
        { en: 'This is not an OpenAPI 3.0 or 3.1 document.', pt: 'Este não é um documento OpenAPI 3.0 ou 3.1.' },
        {
          en: 'Start the file with a line such as "openapi: 3.1.0".',
          pt: 'Comece o arquivo com uma linha como "openapi: 3.1.0".',
        },
      ),
    ];
  }
  const validate = validator.getAjvValidator(value.openapi.slice(0, 3));
  if (validate(value)) return [];
  return mostSpecific((validate.errors ?? []) as StructureError[]).map((error) => {
    const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    const at = error.instancePath + (typeof extra === 'string' ? pointerOf([extra]) : '');
    const place = at.replaceAll('~1', '/');
    const { en, pt } = messageOf(error);
    const message = { en: `${place || 'The document'}: ${en}.`, pt: `${place || 'O documento'}: ${pt}.` };
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

import { Validator } from '@seriousme/openapi-schema-validator';
import type { Fault } from './faults.ts';
import type { Source } from './read-source.ts';

interface StructureError {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

const validator = new Validator();

/** Checks a document against the OpenAPI schema of its own version; the most specific errors come first. */
export async function checkStructure(source: Source): Promise<Fault[]> {
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
        'This is not an OpenAPI 3.0 or 3.1 document.',
        'Begin the file with a line such as "openapi: 3.1.0".',
      ),
    ];
  }
  const { valid, errors } = await validator.validate(structuredClone(value));
  if (valid) return [];
  // A text instead of a list tells of a reference: those are checked elsewhere, with their lines, and not inside extensions.
  if (!Array.isArray(errors)) return [];
  return mostSpecific(errors as StructureError[]).map((error) => {
    const at =
      error.keyword === 'additionalProperties'
        ? `${error.instancePath}/${error.params.additionalProperty}`
        : error.instancePath;
    return source.fault(at, `${at.replaceAll('~1', '/') || 'The document'}: ${messageOf(error)}.`, mendOf(error));
  });
}

/** Ajv reports every branch of a oneOf; the deepest places tell what is really wrong. */
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

function messageOf({ keyword, message, params }: StructureError): string {
  if (keyword === 'required') return `"${params.missingProperty}" is missing`;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return `"${params.additionalProperty ?? params.unevaluatedProperty}" is not allowed here`;
  }
  if (keyword === 'enum') return `the value must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
  if (keyword === 'type') return `the value must be of type ${params.type}`;
  return message ?? keyword;
}

function mendOf({ keyword, params }: StructureError): string {
  if (keyword === 'required') return `Add "${params.missingProperty}".`;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return 'Remove it, or correct its spelling or indentation.';
  return 'Correct it as the OpenAPI specification of this version says.';
}

import { parseExactly } from '../../../wire/exact-json.ts';
import { bodyShape } from '../../../wire/media-types.ts';
import type { OperationData, ParameterData, Schema } from '../../documents/operation-data.ts';
import type { RefusalIssue } from '../../generated/platform/types.gen.ts';
import { type CallDraft, fieldKey, formParameters } from '../call-draft.ts';
import { valueAt } from '../json-body/edit-json.ts';
import { checkValue, isOfType, type RuleFault } from './check-value.ts';
import { type Correction, findCorrection } from './corrections.ts';
import { partsOf, type Schemas, typesOfParts } from './schema-parts.ts';

/** A rule that a form does not keep, and what mends it. */
export interface DraftFault extends RuleFault {
  in: RefusalIssue['in'];
  correction: Correction | undefined;
}

/** The JSON of a draft's body; undefined if it has none, or if that cannot be read. */
export function bodyOfDraft({ includeBody, mediaType, bodies }: CallDraft): unknown {
  if (!includeBody || mediaType === undefined || !/^(json|form|multipart)$/.test(bodyShape(mediaType)))
    return undefined;
  try {
    return parseExactly(bodies[mediaType] ?? '');
  } catch {
    return undefined;
  }
}

/** Compares what a form would send with what the document asks for. */
export function checkDraft(operation: OperationData, schemas: Schemas, draft: CallDraft): DraftFault[] {
  const ofParameters = formParameters(operation).flatMap((parameter): DraftFault[] => {
    const field = draft.fields[fieldKey(parameter)];
    if (!field?.included || parameter.mediaType) return [];
    const typed = typedValue(field.value, parameter.schema, schemas);
    return checkValue(typed, parameter.schema, schemas).map((fault) => ({
      ...fault,
      in: parameter.in,
      pointer: `/${parameter.name}${fault.pointer}`,
      correction: ofParameter(parameter, fault, schemas),
    }));
  });
  const content = operation.requestBody?.content[draft.mediaType ?? ''];
  const body = bodyOfDraft(draft);
  if (body === undefined || !content?.schema) return ofParameters;
  const isFile = (pointer: string) => Object.keys(content.files ?? {}).some((name) => pointer === `/${name}`);
  const ofBody = checkValue(body, content.schema, schemas)
    .filter(({ pointer }) => !isFile(pointer))
    .map(
      (fault): DraftFault => ({
        ...fault,
        in: 'body',
        correction: findCorrection(fault, valueAt(content.example, fault.pointer), schemas),
      }),
    );
  return [...ofParameters, ...ofBody];
}

function ofParameter(parameter: ParameterData, fault: RuleFault, schemas: Schemas): Correction | undefined {
  const correction = findCorrection(fault, undefined, schemas);
  // A form has texts: the same value in another type is no other one.
  if (correction?.kind !== 'set' || typeof correction.value === 'object') return undefined;
  return String(correction.value) === fault.value
    ? undefined
    : { ...correction, pointer: `/${parameter.name}${fault.pointer}` };
}

/** What a text of a form means in the type that a parameter has. */
function typedValue(value: string | string[], schema: Schema | boolean | undefined, schemas: Schemas): unknown {
  const parts = partsOf(schema, schemas);
  if (Array.isArray(value)) {
    const items = parts.find((part) => typeof part.items === 'object')?.items;
    return value.map((each) => typedValue(each, items, schemas));
  }
  const types = typesOfParts(parts);
  if (types.includes('string') || value.trim() === '') return value;
  const candidates = [Number(value), value === 'true' ? true : value === 'false' ? false : undefined];
  return (
    candidates.find((each) => !Number.isNaN(each) && types.some((type) => isOfType(each, type))) ??
    untyped(value, types)
  );
}

/** A number of the wrong kind is still a number. */
function untyped(value: string, types: string[]): unknown {
  const isNumber = types.some((type) => /^(integer|number)$/.test(type)) && Number.isFinite(Number(value));
  if (isNumber) return Number(value);
  if (types.some((type) => /^(object|array)$/.test(type))) {
    try {
      return parseExactly(value);
    } catch {}
  }
  return value;
}

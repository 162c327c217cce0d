import { usualAlternative } from '../../wire/credentials.ts';
import { bodyShape } from '../../wire/media-types.ts';
import type { OperationData, ParameterData } from '../documents/operation-data.ts';
import type { ExtraHeader } from './extra-headers.ts';
import { operationSecurity } from './operation-security.ts';
import { followSchema, parameterInput } from './parameter-input.ts';
import type { SimulationDraft } from './simulation.ts';

/** The form's state of one parameter. It is sent if it is included, even when empty. */
export interface FieldDraft {
  included: boolean;
  value: string | string[];
}

/** The person's input for one call, without credentials. */
export interface CallDraft {
  fields: Record<string, FieldDraft>;
  includeBody: boolean;
  mediaType: string | undefined;
  /** Body text by media type. */
  bodies: Record<string, string>;
  accept: string | undefined;
  /** Index into the operation's security alternatives, or `none` for no credential. */
  credential: number | 'none';
  /** Headers that the document does not have, or that are to be others. */
  headers?: ExtraHeader[];
  /** Faults to inject. */
  simulation?: SimulationDraft;
}

// OpenAPI ignores header parameters with these names: media types and security define them.
const RULED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** The parameters shown in the form. */
export function formParameters(operation: OperationData): ParameterData[] {
  return operation.parameters.filter(
    (parameter) => parameter.in !== 'header' || !RULED_HEADERS.has(parameter.name.toLowerCase()),
  );
}

/** The field name of a parameter, unique even if the same name occurs in path and query. */
export function fieldKey(parameter: Pick<ParameterData, 'in' | 'name'>): string {
  return `${parameter.in}.${parameter.name}`;
}

function scalarText(example: unknown): string {
  if (example === undefined || example === null) return '';
  return typeof example === 'object' ? JSON.stringify(example) : String(example);
}

function startValue(parameter: ParameterData, schemas: OperationData['schemas']): string | string[] {
  const input = parameterInput(parameter, schemas);
  const schema = followSchema(parameter.schema, schemas);
  const example = parameter.example ?? schema.default ?? schema.examples?.[0] ?? schema.example;
  if (input.kind === 'list') return Array.isArray(example) ? example.map(scalarText) : [scalarText(example)];
  if (input.kind === 'choice') return scalarText(example) || (input.choices?.[0] ?? '');
  return scalarText(example);
}

/** Formats a body's example for the editor. */
export function bodyText(mediaType: string, example: unknown): string {
  const kind = bodyShape(mediaType);
  if (kind === 'file' || example === undefined) return '';
  // A JSON string needs its quotes; text of other types is used as is.
  return kind === 'json' || typeof example !== 'string' ? JSON.stringify(example, undefined, 2) : example;
}

/** The distinct media types of the successful responses. */
function responseMediaTypes(operation: OperationData): string[] {
  const good = Object.entries(operation.responses).filter(([status]) => /^2/.test(status) || status === 'default');
  return [...new Set(good.flatMap(([, response]) => Object.keys(response.content)))];
}

/** The initial form: examples filled in, optional parameters not included. */
export function draftCall(operation: OperationData, pathValues: Record<string, string> = {}): CallDraft {
  const fields = formParameters(operation).map((parameter): [string, FieldDraft] => {
    const known = parameter.in === 'path' ? pathValues[parameter.name] : undefined;
    const value = known ?? startValue(parameter, operation.schemas);
    return [fieldKey(parameter), { included: parameter.required || parameter.in === 'path', value }];
  });
  const content = Object.entries(operation.requestBody?.content ?? {});
  return {
    fields: Object.fromEntries(fields),
    includeBody: operation.requestBody !== undefined,
    mediaType: content[0]?.[0],
    bodies: Object.fromEntries(content.map(([mediaType, data]) => [mediaType, bodyText(mediaType, data.example)])),
    accept: responseMediaTypes(operation)[0],
    credential: usualAlternative(operationSecurity(operation)),
  };
}

/** The draft for another server: it may have no place for the credential that was chosen for the last one. */
export function draftFor(draft: CallDraft, alternatives: unknown[][], isOutside: boolean): CallDraft {
  const { credential } = draft;
  const isThere = credential === 'none' ? !isOutside : credential < alternatives.length;
  return isThere ? draft : { ...draft, credential: usualAlternative(alternatives) };
}

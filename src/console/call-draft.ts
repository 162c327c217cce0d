import type { OperationData, ParameterData } from '../documents/operation-data.ts';
import { followSchema, parameterInput } from './parameter-input.ts';
import { bodyEditorKind } from './request-body.ts';
import type { SimulationDraft } from './simulation.ts';

/** What the form holds for one parameter. What is not included is not sent; what is, goes out even when empty. */
export interface FieldDraft {
  included: boolean;
  value: string | string[];
}

/** Everything the person filled in for one call. It holds no credential. */
export interface CallDraft {
  fields: Record<string, FieldDraft>;
  includeBody: boolean;
  mediaType: string | undefined;
  /** Body text by media type. */
  bodies: Record<string, string>;
  accept: string | undefined;
  /** Index into the operation's security alternatives, or `none` to call without a credential. */
  credential: number | 'none';
  /** What the sandbox is to do amiss. */
  simulation?: SimulationDraft;
}

// OpenAPI ignores header parameters of these names: they come from the media types and from the security.
const RULED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** The parameters that a person fills in. */
export function formParameters(operation: OperationData): ParameterData[] {
  return operation.parameters.filter(
    (parameter) => parameter.in !== 'header' || !RULED_HEADERS.has(parameter.name.toLowerCase()),
  );
}

/** The name of a parameter's field: the same name may occur in the path and in the query. */
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

/** Writes a body's example as text for the editor. */
export function bodyText(mediaType: string, example: unknown): string {
  const kind = bodyEditorKind(mediaType);
  if (kind === 'file' || example === undefined) return '';
  // A JSON body that is a string needs its quotes; the text of other types is as it is.
  return kind === 'json' || typeof example !== 'string' ? JSON.stringify(example, undefined, 2) : example;
}

/** The media types that a successful answer may have, without repetition. */
function answerMediaTypes(operation: OperationData): string[] {
  const good = Object.entries(operation.responses).filter(([status]) => /^2/.test(status) || status === 'default');
  return [...new Set(good.flatMap(([, response]) => Object.keys(response.content)))];
}

/** The form as it opens: examples filled in, optional parameters left out until they are ticked. */
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
    accept: answerMediaTypes(operation)[0],
    credential: 0,
  };
}

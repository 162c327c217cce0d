import type { BuiltRequest, RequestBody } from '../../wire/built-request.ts';
import { credentialsFor } from '../../wire/credentials.ts';
import { bodyShape } from '../../wire/media-types.ts';
import { parameterValue } from '../../wire/parameter-value.ts';
import { placeParameters, withQuery } from '../../wire/place-parameters.ts';
import {
  type ParameterValue,
  serializeHeaderParameter,
  serializePathParameter,
} from '../../wire/serialize-parameter.ts';
import type { OperationData, ParameterData } from '../documents/operation-data.ts';
import { type CallDraft, fieldKey, formParameters } from './call-draft.ts';
import { operationSecurity } from './operation-security.ts';
import { type ParameterInput, parameterInput } from './parameter-input.ts';
import { buildBody } from './request-body.ts';
import { preferHeader } from './simulation.ts';

/** Why a field cannot be sent, or should not be yet. */
export type FieldFault =
  | 'path-value-missing'
  | 'json-invalid'
  | 'header-characters'
  | 'form-invalid'
  | 'file-missing'
  /** A secret that the request log does not have. */
  | 'masked';

export type BuildResult = { request: BuiltRequest; faults?: undefined } | { faults: Record<string, FieldFault> };

/** The body's field name in the list of faults. */
export const BODY_FIELD = 'body';

// fetch rejects header values with line breaks, NUL or characters outside Latin-1.
const SENDABLE_HEADER = /^[\t\x20-\x7e\x80-\xff]*$/;

function readValue(parameter: ParameterData, input: ParameterInput, value: string | string[]): ParameterValue {
  if (input.kind !== 'json' || parameter.mediaType || Array.isArray(value)) return value;
  return parameterValue(JSON.parse(value));
}

/** Files chosen for the body: by property of a form, or under the empty name the body itself. */
export type ChosenFiles = Record<string, File[]>;

/** Builds the request from the form, or returns the fields that cannot be sent. */
export function buildRequest(
  operation: OperationData,
  draft: CallDraft,
  serverUrl: string,
  files: ChosenFiles = {},
): BuildResult {
  const faults: Record<string, FieldFault> = {};
  const sent: { parameter: ParameterData; value: ParameterValue }[] = [];
  for (const parameter of formParameters(operation)) {
    const key = fieldKey(parameter);
    const field = draft.fields[key];
    if (!field?.included) continue;
    try {
      const value = readValue(parameter, parameterInput(parameter, operation.schemas), field.value);
      const fault = findFault(parameter, value);
      if (fault) faults[key] = fault;
      else sent.push({ parameter, value });
    } catch {
      faults[key] = 'json-invalid';
    }
  }
  const { path, query, headers, cookies } = placeParameters(operation.path, sent);
  if (draft.accept) headers.push(['Accept', draft.accept]);
  const prefer = draft.simulation && preferHeader(draft.simulation);
  if (prefer) headers.push(['Prefer', prefer]);
  let body: RequestBody | undefined;
  if (draft.includeBody && draft.mediaType) {
    const { encoding } = operation.requestBody?.content[draft.mediaType] ?? {};
    body = buildBody(draft.mediaType, draft.bodies[draft.mediaType] ?? '', { encoding, files });
    if (!body) faults[BODY_FIELD] = bodyShape(draft.mediaType) === 'file' ? 'file-missing' : 'form-invalid';
    // With multipart, the browser adds the boundary.
    else if (body.kind !== 'multipart') headers.push(['Content-Type', body.mediaType]);
  }
  if (Object.keys(faults).length > 0) return { faults };

  const request: BuiltRequest = {
    method: operation.method.toUpperCase(),
    url: withQuery(serverUrl + operation.api.basePath + path, query),
    headers,
    cookies,
    credentials:
      draft.credential === 'none' ? [] : credentialsFor(operationSecurity(operation)[draft.credential] ?? []),
  };
  return { request: body ? { ...request, body } : request };
}

function findFault(parameter: ParameterData, value: ParameterValue): FieldFault | undefined {
  if (parameter.in === 'path' && serializePathParameter(parameter, value) === '') return 'path-value-missing';
  const isUnsendable = parameter.in === 'header' && !SENDABLE_HEADER.test(serializeHeaderParameter(parameter, value));
  return isUnsendable ? 'header-characters' : undefined;
}

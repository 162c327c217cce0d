import type { OperationData, ParameterData, SecurityData } from '../documents/operation-data.ts';
import type { BuiltRequest, RequestBody } from '../exchange/built-request.ts';
import { credentialsFor } from '../exchange/credentials.ts';
import { type CallDraft, fieldKey, formParameters } from './call-draft.ts';
import { type ParameterInput, parameterInput } from './parameter-input.ts';
import { bodyEditorKind, buildBody } from './request-body.ts';
import {
  type ParameterObject,
  type ParameterValue,
  serializeHeaderParameter,
  serializePathParameter,
  serializeQueryParameter,
} from './serialize-parameter.ts';
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

function toObject(json: object): ParameterObject {
  const entries = Object.entries(json).map(([name, value]): [string, ParameterValue] => [name, toValue(value)]);
  return Object.fromEntries(entries);
}

function toValue(json: unknown): ParameterValue {
  if (Array.isArray(json)) return json.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)));
  if (typeof json === 'object' && json !== null) return toObject(json);
  return json === null ? '' : String(json);
}

function readValue(parameter: ParameterData, input: ParameterInput, value: string | string[]): ParameterValue {
  if (input.kind !== 'json' || parameter.mediaType || Array.isArray(value)) return value;
  return toValue(JSON.parse(value));
}

function expandPath(path: string, values: Map<string, string>): string {
  return path.replace(/\{([^}]+)\}/g, (place, name: string) => values.get(name) ?? place);
}

/** Builds the request from the form, or returns the fields that cannot be sent. */
export function buildRequest(operation: OperationData, draft: CallDraft, serverUrl: string, file?: File): BuildResult {
  const faults: Record<string, FieldFault> = {};
  const path = new Map<string, string>();
  const query: string[] = [];
  const headers: [string, string][] = [];
  const cookies: string[] = [];

  for (const parameter of formParameters(operation)) {
    const key = fieldKey(parameter);
    const field = draft.fields[key];
    if (!field?.included) continue;
    let value: ParameterValue;
    try {
      value = readValue(parameter, parameterInput(parameter, operation.schemas), field.value);
    } catch {
      faults[key] = 'json-invalid';
      continue;
    }
    if (parameter.in === 'path') {
      const text = serializePathParameter(parameter, value);
      if (text === '') faults[key] = 'path-value-missing';
      path.set(parameter.name, text);
    } else if (parameter.in === 'header') {
      const text = serializeHeaderParameter(parameter, value);
      if (!SENDABLE_HEADER.test(text)) faults[key] = 'header-characters';
      headers.push([parameter.name, text]);
    } else {
      (parameter.in === 'cookie' ? cookies : query).push(...serializeQueryParameter(parameter, value));
    }
  }

  if (draft.accept) headers.push(['Accept', draft.accept]);
  const prefer = draft.simulation && preferHeader(draft.simulation);
  if (prefer) headers.push(['Prefer', prefer]);
  let body: RequestBody | undefined;
  if (draft.includeBody && draft.mediaType) {
    body = buildBody(draft.mediaType, draft.bodies[draft.mediaType] ?? '', file);
    if (!body) faults[BODY_FIELD] = bodyEditorKind(draft.mediaType) === 'file' ? 'file-missing' : 'form-invalid';
    else if (body.kind !== 'multipart') headers.push(['Content-Type', body.mediaType]);
  }
  if (Object.keys(faults).length > 0) return { faults };

  const address = serverUrl + operation.api.basePath + expandPath(operation.path, path);
  const request: BuiltRequest = {
    method: operation.method.toUpperCase(),
    url: query.length > 0 ? `${address}?${query.join('&')}` : address,
    headers,
    cookies,
    credentials:
      draft.credential === 'none' ? [] : credentialsFor(operationSecurity(operation)[draft.credential] ?? []),
  };
  return { request: body ? { ...request, body } : request };
}

const BEARER: SecurityData = { name: 'key', type: 'http', scheme: 'bearer', scopes: [], description: '' };

/** The operation's security alternatives. A sandbox requires a key even if the document declares none: as a bearer token. */
export function operationSecurity({ api, security }: OperationData): SecurityData[][] {
  if (security.length > 0) return security;
  return [api.isPlatform ? [] : [BEARER]];
}

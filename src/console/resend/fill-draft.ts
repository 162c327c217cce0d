import type { OperationData } from '../../documents/operation-data.ts';
import { findOAuth } from '../../exchange/credentials.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { BODY_FIELD, type FieldFault } from '../build-request.ts';
import { type CallDraft, fieldKey, formParameters } from '../call-draft.ts';
import { operationSecurity } from '../operation-security.ts';
import { parameterInput } from '../parameter-input.ts';
import { fillBody } from './fill-body.ts';
import { isMasked } from './masked.ts';
import { readPath } from './read-path.ts';
import { readPrefer } from './read-prefer.ts';
import { readQuery } from './read-query.ts';

/** A form filled with a logged call. */
export interface FilledForm {
  draft: CallDraft;
  /** Fields whose secrets the log does not have. */
  faults: Record<string, FieldFault>;
  /** What the reader has to know before they send it. */
  notes: {
    masked: string[];
    /** Sent parameters that the operation does not have. */
    others: string[];
    isBodyCut: boolean;
    isBodyMissing: boolean;
    hasNewKey: boolean;
    /** The wrong type as which the body was sent. */
    formerType: string | undefined;
  };
}

const idempotencyHeader = 'idempotency-key';

/** Fills the console's form with a logged call. `current` has what the log does not say. */
export function fillDraft(operation: OperationData, current: CallDraft, entry: RequestDetails): FilledForm {
  const sent = entry.request?.headers ?? {};
  const path = readPath(entry.path, operation.path);
  const query = readQuery(entry.query, operation);
  const fields = { ...current.fields };
  const faults: FilledForm['faults'] = {};
  const masked: string[] = [];
  let hasNewKey = false;

  for (const parameter of formParameters(operation)) {
    const key = fieldKey(parameter);
    const isList = parameterInput(parameter, operation.schemas).kind === 'list';
    let value: string | string[] | undefined;
    if (parameter.in === 'path') value = path?.get(parameter.name);
    if (parameter.in === 'query') value = query.values.get(parameter);
    if (parameter.in === 'header') value = sent[parameter.name.toLowerCase()];
    if (parameter.in === 'header' && parameter.name.toLowerCase() === idempotencyHeader && value !== undefined) {
      // With the same key the old answer would come back, or a refusal.
      value = crypto.randomUUID();
      hasNewKey = true;
    }
    if (value === undefined) {
      // Without its headers, the log cannot say that none was sent.
      const isUnknown = parameter.in === 'path' || (parameter.in === 'header' && !entry.request);
      const field = fields[key];
      if (field && !isUnknown) fields[key] = { ...field, included: false };
      continue;
    }
    if (isList && typeof value === 'string') value = value.split(',').map((part) => part.trim());
    if (isMasked(String(value))) {
      value = isList ? [''] : '';
      faults[key] = 'masked';
      masked.push(parameter.name);
    }
    fields[key] = { included: true, value };
  }

  const body = fillBody(entry, Object.keys(operation.requestBody?.content ?? {}));
  if (body.masked.length > 0) faults[BODY_FIELD] = 'masked';
  const hasBody = entry.request_bytes > 0;
  const mediaType = body.mediaType ?? current.mediaType;
  const accept = sent.accept;
  const draft: CallDraft = {
    ...current,
    fields,
    includeBody: hasBody && operation.requestBody !== undefined,
    mediaType,
    bodies:
      mediaType !== undefined && body.text !== undefined
        ? { ...current.bodies, [mediaType]: body.text }
        : current.bodies,
    accept: !entry.request ? current.accept : accept === '*/*' ? undefined : accept,
    credential: usedCredential(operation, entry),
    simulation: readPrefer(sent.prefer),
  };
  return {
    draft,
    faults,
    notes: {
      masked: [...masked, ...body.masked],
      others: query.others,
      isBodyCut: body.isCut,
      isBodyMissing: hasBody && body.text === undefined,
      hasNewKey,
      formerType: body.formerType,
    },
  };
}

/** The alternative that this caller probably used: clients call with tokens, keys without. */
function usedCredential(operation: OperationData, { actor }: RequestDetails): number {
  const isToken = actor?.type === 'oauth_client';
  const at = operationSecurity(operation).findIndex(
    (alternative) => alternative.length > 0 && (findOAuth(alternative) !== undefined) === isToken,
  );
  return Math.max(0, at);
}

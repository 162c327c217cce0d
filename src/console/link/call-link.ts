import type { OperationData } from '../../documents/operation-data.ts';
import { type CallDraft, fieldKey, formParameters } from '../call-draft.ts';
import type { ExtraHeader } from '../extra-headers.ts';
import { parameterInput } from '../parameter-input.ts';
import { readPrefer } from '../resend/read-prefer.ts';
import { preferHeader } from '../simulation.ts';
import { isSecretName, withoutSecrets } from '../without-secrets.ts';

/** What follows in the address of an operation's page: a call to fill the console with. */
const START = '#try?';
/** Before the names of headers that the document does not have. */
const HEADER = 'also.';
/** A longer body is not in a link. */
const LONGEST_BODY = 20_000;

/** The part of an address that fills the console with these fields, by their keys such as `path.id`. */
export function callHash(fields: [key: string, value: string][]): string {
  const text = new URLSearchParams(fields).toString();
  return text === '' ? '#try' : START + text;
}

/** A link to the call as it is in the form: all that is sent, but no key and nothing else that is secret. */
export function linkToDraft(operation: OperationData, draft: CallDraft): string {
  const parts: [string, string][] = [];
  for (const parameter of formParameters(operation)) {
    const field = draft.fields[fieldKey(parameter)];
    const isSecret = parameterInput(parameter, operation.schemas).secret || isSecretName(parameter.name);
    // Whoever follows the link makes a call of their own.
    const isOnce = parameter.in === 'header' && parameter.name.toLowerCase() === 'idempotency-key';
    if (!field?.included || isSecret || isOnce) continue;
    for (const value of [field.value].flat()) parts.push([fieldKey(parameter), withoutSecrets(value)]);
  }
  const { mediaType, accept, simulation } = draft;
  if (operation.requestBody && !draft.includeBody) parts.push(['without', 'body']);
  else if (mediaType !== undefined) {
    if (mediaType !== Object.keys(operation.requestBody?.content ?? {})[0]) parts.push(['type', mediaType]);
    const body = withoutSecrets(draft.bodies[mediaType] ?? '');
    if (body !== '' && body.length <= LONGEST_BODY) parts.push(['body', body]);
  }
  for (const [name, value] of draft.headers ?? []) {
    if (name !== '' && !isSecretName(name)) parts.push([HEADER + name, withoutSecrets(value)]);
  }
  if (accept) parts.push(['accept', accept]);
  const prefer = simulation && preferHeader(simulation);
  if (prefer) parts.push(['prefer', prefer]);
  return callHash(parts);
}

/** The form that the part of an address after `#` fills; as it was if that says nothing of a call. */
export function fillFromLink(operation: OperationData, current: CallDraft, hash: string): CallDraft {
  if (!hash.startsWith(START)) return current;
  const given = new URLSearchParams(hash.slice(START.length));
  const fields = { ...current.fields };
  for (const parameter of formParameters(operation)) {
    const key = fieldKey(parameter);
    const values = given.getAll(key);
    if (values.length === 0) continue;
    const isList = parameterInput(parameter, operation.schemas).kind === 'list';
    fields[key] = { included: true, value: isList ? values : (values[0] as string) };
  }
  const wanted = given.get('type');
  const mediaType = wanted !== null && wanted in current.bodies ? wanted : current.mediaType;
  const body = given.get('body');
  const bodies = body === null || mediaType === undefined ? current.bodies : { ...current.bodies, [mediaType]: body };
  const headers = [...given]
    .filter(([name]) => name.startsWith(HEADER))
    .map(([name, value]): ExtraHeader => [name.slice(HEADER.length), value])
    .filter(([name]) => !isSecretName(name));
  const accept = given.get('accept');
  const prefer = given.get('prefer');
  return {
    ...current,
    fields,
    bodies,
    mediaType,
    includeBody: current.includeBody && given.get('without') !== 'body',
    ...(headers.length > 0 && { headers }),
    ...(accept !== null && { accept }),
    ...(prefer !== null && { simulation: readPrefer(prefer) }),
  };
}

/** The id of a call of this browser's history that the address names. */
export function findCallId(hash: string): string | undefined {
  return (hash.startsWith(START) && new URLSearchParams(hash.slice(START.length)).get('call')) || undefined;
}

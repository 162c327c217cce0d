import type { CallDraft } from './call-draft.ts';
import { isSecretName, withoutSecrets } from './without-secrets.ts';

/** One call of this browser, to be shown and restored. */
export interface PastCall {
  id: string;
  /** ISO 8601. */
  at: string;
  apiSlug: string;
  operationSlug: string;
  method: string;
  /** With its values and its query. */
  path: string;
  /** Undefined if there was no response. */
  status?: number;
  milliseconds?: number;
  /** Its entry in the request log. */
  requestId?: string;
  draft: CallDraft;
}

const NAME = 'cais.calls';
const MOST_CALLS = 30;
const LONGEST_TEXT = 20_000;
/** Reads the last calls, the newest first. */
export function readCalls(storage: Storage): PastCall[] {
  try {
    const calls: unknown = JSON.parse(storage.getItem(NAME) ?? '[]');
    return Array.isArray(calls) ? calls : [];
  } catch {
    return [];
  }
}

/** Adds a call and drops the oldest. Anything that looks like a secret is redacted, wherever it was typed. */
export function addCall(storage: Storage, call: PastCall): PastCall[] {
  let calls = [call, ...readCalls(storage)].slice(0, MOST_CALLS);
  while (calls.length > 0) {
    try {
      storage.setItem(NAME, withoutSecrets(JSON.stringify(calls)));
      break;
    } catch {
      // The browser's quota is exhausted: drop older calls.
      calls = calls.slice(0, Math.floor(calls.length / 2));
    }
  }
  return readCalls(storage);
}

export function clearCalls(storage: Storage): void {
  storage.removeItem(NAME);
}

/** The part of a draft that may be stored: no secret fields, no huge bodies. */
export function storableDraft(draft: CallDraft, secretFields: string[]): CallDraft {
  const fields = Object.entries(draft.fields).filter(
    ([key]) => !secretFields.includes(key) && !isSecretName(key.slice(key.indexOf('.') + 1)),
  );
  const bodies = Object.entries(draft.bodies)
    .filter(([mediaType, text]) => mediaType === draft.mediaType && text.length <= LONGEST_TEXT)
    .map(([mediaType, text]) => [mediaType, withoutSecrets(text)]);
  const headers = draft.headers?.filter(([name]) => !isSecretName(name));
  return {
    ...draft,
    fields: Object.fromEntries(fields),
    bodies: Object.fromEntries(bodies),
    ...(headers && { headers }),
  };
}

/** Restores a stored draft into the form; fields that were not stored or are new retain their current values. */
export function restoreDraft(current: CallDraft, stored: CallDraft): CallDraft {
  const known = Object.entries(stored.fields).filter(([key]) => key in current.fields);
  const bodies = Object.entries(stored.bodies).filter(([mediaType]) => mediaType in current.bodies);
  return {
    ...current,
    includeBody: stored.includeBody,
    credential: stored.credential,
    simulation: stored.simulation,
    headers: stored.headers,
    ...(stored.mediaType !== undefined && stored.mediaType in current.bodies && { mediaType: stored.mediaType }),
    ...(stored.accept !== undefined && { accept: stored.accept }),
    fields: { ...current.fields, ...Object.fromEntries(known) },
    bodies: { ...current.bodies, ...Object.fromEntries(bodies) },
  };
}

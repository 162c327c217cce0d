import type { CallDraft } from './call-draft.ts';

/** One call of this browser, as it can be read and filled in again. */
export interface PastCall {
  id: string;
  /** ISO 8601. */
  at: string;
  apiSlug: string;
  operationSlug: string;
  method: string;
  /** With its values filled in, and its query. */
  path: string;
  /** Absent when no answer came. */
  status?: number;
  milliseconds?: number;
  draft: CallDraft;
}

const NAME = 'cais.calls';
const MOST_CALLS = 30;
const LONGEST_TEXT = 20_000;
/** Keys, the secrets of OAuth clients and of webhooks, and access tokens; of each, how it begins is kept. */
const SECRET = /(sk_(?:test|live)_)[\w-]{4,}|\b(cs_)\w{20,}|\b(whsec_)[\w+/=]{20,}|\b(eyJ)[\w-]+\.[\w-]+\.[\w-]*/g;

/** Reads the last calls, the newest first. */
export function readCalls(storage: Storage): PastCall[] {
  try {
    const calls: unknown = JSON.parse(storage.getItem(NAME) ?? '[]');
    return Array.isArray(calls) ? calls : [];
  } catch {
    return [];
  }
}

/** Adds a call and drops the oldest. Whatever looks like a secret is struck out, wherever somebody typed it. */
export function addCall(storage: Storage, call: PastCall): PastCall[] {
  let calls = [call, ...readCalls(storage)].slice(0, MOST_CALLS);
  while (calls.length > 0) {
    try {
      storage.setItem(NAME, JSON.stringify(calls).replaceAll(SECRET, '$1$2$3$4…'));
      break;
    } catch {
      // The browser's quota is full: older calls make room.
      calls = calls.slice(0, Math.floor(calls.length / 2));
    }
  }
  return readCalls(storage);
}

/** Forgets all calls. */
export function clearCalls(storage: Storage): void {
  storage.removeItem(NAME);
}

/** The form's content as it may be kept: no secret fields, no bodies of megabytes. */
export function draftToKeep(draft: CallDraft, secretFields: string[]): CallDraft {
  const kept = Object.entries(draft.fields).filter(([key]) => !secretFields.includes(key));
  const bodies = Object.entries(draft.bodies).filter(
    ([mediaType, text]) => mediaType === draft.mediaType && text.length <= LONGEST_TEXT,
  );
  return { ...draft, fields: Object.fromEntries(kept), bodies: Object.fromEntries(bodies) };
}

/** Fills a kept call into the form; what was not kept, or is new in the document, stays as it is there. */
export function restoreDraft(current: CallDraft, kept: CallDraft): CallDraft {
  const known = Object.entries(kept.fields).filter(([key]) => key in current.fields);
  const bodies = Object.entries(kept.bodies).filter(([mediaType]) => mediaType in current.bodies);
  return {
    ...current,
    includeBody: kept.includeBody,
    credential: kept.credential,
    simulation: kept.simulation,
    ...(kept.mediaType !== undefined && kept.mediaType in current.bodies && { mediaType: kept.mediaType }),
    ...(kept.accept !== undefined && { accept: kept.accept }),
    fields: { ...current.fields, ...Object.fromEntries(known) },
    bodies: { ...current.bodies, ...Object.fromEntries(bodies) },
  };
}

import { useEffect, useRef, useState } from 'react';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { PlatformError } from '../client/platform-error.ts';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import { useNoticeChanges } from '../client/use-notice-changes.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { findHeader } from '../exchange/received-response.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { findAnswer, storeAnswer } from './answer-store.ts';
import { type CallDraft, fieldKey, formParameters } from './call-draft.ts';
import { addCall, type PastCall, storableDraft } from './call-history.ts';
import { parameterInput } from './parameter-input.ts';
import type { StreamProgress } from './read-stream.ts';
import { rememberResponse } from './remember-response.ts';
import type { Outcome } from './send-request.ts';
import { sendWithKey } from './send-with-key.ts';
import { secretsOfKey, withoutSecrets } from './without-secrets.ts';

export type CallState =
  | { phase: 'idle' }
  | { phase: 'sending' }
  | ({ phase: 'streaming' } & StreamProgress)
  | { phase: 'no-key'; error: PlatformError }
  | {
      phase: 'done';
      request: BuiltRequest;
      /** As it was sent. */
      draft?: CallDraft;
      key: string;
      outcome: Outcome;
      refused: boolean;
      /** When it came, if it is one of the history; ISO 8601. */
      past?: string;
    };

function storeCall(
  operation: OperationData,
  draft: CallDraft,
  request: BuiltRequest,
  outcome: Outcome,
  key: string,
): void {
  const secret = formParameters(operation).filter((each) => parameterInput(each, operation.schemas).secret);
  const { response } = outcome;
  const requestId = response && findHeader(response, 'x-request-id');
  const path = request.url.slice(new URL(request.url).origin.length + operation.api.basePath.length);
  const id = crypto.randomUUID?.() ?? String(Date.now());
  const calls = addCall(browserStorage(), {
    id,
    at: response?.sentAt ?? new Date().toISOString(),
    apiSlug: operation.api.slug,
    operationSlug: operation.slug,
    method: request.method,
    path: withoutSecrets(path, secretsOfKey(key)),
    ...(response && { status: response.status, milliseconds: response.milliseconds }),
    // Calls outside this portal are in no log here.
    ...(requestId && operation.api.basePath !== '' && { requestId }),
    draft: storableDraft(draft, secret.map(fieldKey)),
  });
  if (response)
    storeAnswer(
      browserStorage(),
      id,
      response,
      calls.map((call) => call.id),
      secretsOfKey(key),
    );
}

/** Sends calls with this browser's key, one at a time, and stores what later calls may use. */
export function useCall(operation: OperationData, account: GuestKeyState) {
  const [state, setState] = useState<CallState>({ phase: 'idle' });
  const noticeChanges = useNoticeChanges();
  const running = useRef<AbortController>(undefined);

  useEffect(() => () => running.current?.abort(), []);

  async function send(request: BuiltRequest, draft: CallDraft): Promise<void> {
    running.current?.abort();
    const current = new AbortController();
    running.current = current;
    setState({ phase: 'sending' });
    try {
      const { outcome, key, refused } = await sendWithKey(request, account, {
        signal: current.signal,
        onStream: (progress) => {
          if (running.current === current) setState({ phase: 'streaming', ...progress });
        },
      });
      if (running.current !== current) return;
      storeCall(operation, draft, request, outcome, key?.secret ?? '');
      noticeChanges([request]);
      if (outcome.response && key?.workspaceId) rememberResponse(operation, draft, outcome.response, key.workspaceId);
      setState({ phase: 'done', request, draft, key: key?.secret ?? '', outcome, refused: refused && account.isGuest });
    } catch (error) {
      if (running.current !== current) return;
      if (!(error instanceof PlatformError)) throw error;
      setState({ phase: 'no-key', error });
    }
  }

  /** Forgets the last call, whose response says nothing of the next server. */
  function reset() {
    running.current?.abort();
    running.current = undefined;
    setState({ phase: 'idle' });
  }

  /** Shows the answer of a call of the history, or nothing if it was not kept. */
  function showPast(call: PastCall, request: BuiltRequest, draft: CallDraft) {
    reset();
    const response = findAnswer(browserStorage(), call.id);
    if (response)
      setState({ phase: 'done', request, draft, key: '', outcome: { response }, refused: false, past: call.at });
  }

  return { state, send, cancel: () => running.current?.abort(), reset, showPast };
}

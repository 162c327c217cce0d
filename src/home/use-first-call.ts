import { useEffect, useState } from 'react';
import type { GuestKey } from '../client/guest-key.ts';
import { PlatformError } from '../client/platform-error.ts';
import { type GuestKeyState, useGuestKey } from '../client/use-guest-key.ts';
import { buildRequest } from '../console/build-request.ts';
import { draftCall } from '../console/call-draft.ts';
import { rememberResponse } from '../console/remember-response.ts';
import { readSeen, suggestPaths } from '../console/seen-ids.ts';
import type { Outcome } from '../console/send-request.ts';
import { sendWithKey } from '../console/send-with-key.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import type { FirstCallData } from './first-call-data.ts';

/** The state of one of the two calls; `path` is the requested path with its id filled in. */
export type CallStep = { phase: 'waiting' } | { phase: 'running' } | { phase: 'done'; outcome: Outcome; path: string };

export interface FirstCallState {
  running: boolean;
  key?: GuestKey;
  error?: PlatformError;
  create: CallStep;
  read: CallStep;
}

const START: FirstCallState = { running: true, create: { phase: 'waiting' }, read: { phase: 'waiting' } };

async function call(
  operation: OperationData,
  pathValues: Record<string, string>,
  serverUrl: string,
  account: GuestKeyState,
  signal: AbortSignal,
): Promise<{ step: Extract<CallStep, { phase: 'done' }>; key: GuestKey | undefined }> {
  const draft = draftCall(operation, pathValues);
  const { request, faults } = { request: undefined, faults: undefined, ...buildRequest(operation, draft, serverUrl) };
  if (!request) throw new Error(`The example of ${operation.id} cannot be sent: ${JSON.stringify(faults)}`);
  const { outcome, key } = await sendWithKey(request, account, { signal });
  if (outcome.response && key) rememberResponse(operation, draft, outcome.response, key.workspaceId);
  return { step: { phase: 'done', outcome, path: new URL(request.url).pathname }, key };
}

/** Whether the record was created and read back. */
export function succeeded({ read }: FirstCallState): boolean {
  return read.phase === 'done' && read.outcome.response?.status === 200;
}

/** Runs the first call whenever `run` changes: gets a key, creates a record and reads it back. */
export function useFirstCall(
  { create, read }: FirstCallData,
  run: number,
  onEnd: (good: boolean) => void,
): FirstCallState {
  const serverUrl = useServerUrl();
  const account = useGuestKey();
  const [state, setState] = useState<FirstCallState>(START);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a click starts it
  useEffect(() => {
    const current = new AbortController();
    const show = (change: Partial<FirstCallState>) => {
      if (!current.signal.aborted) setState((before) => ({ ...before, ...change }));
    };

    async function make(): Promise<boolean> {
      setState(START);
      show({ key: await account.getKey(), create: { phase: 'running' } });
      const created = await call(create, {}, serverUrl, account, current.signal);
      show({ create: created.step, ...(created.key && { key: created.key }) });
      const status = created.step.outcome.response?.status ?? 0;
      if (status < 200 || status > 299) return false;
      show({ read: { phase: 'running' } });
      const workspaceId = created.key?.workspaceId;
      const [newest] = suggestPaths(readSeen(browserStorage()), workspaceId, read.api.slug, read.path);
      const found = await call(read, newest ?? {}, serverUrl, account, current.signal);
      show({ read: found.step });
      return found.step.outcome.response?.status === 200;
    }

    make()
      .catch((error: unknown) => {
        if (!(error instanceof PlatformError)) throw error;
        show({ error });
        return false;
      })
      .then((good) => {
        show({ running: false });
        if (!current.signal.aborted) onEnd(good);
      });
    return () => current.abort();
  }, [run]);

  return state;
}

import Translate from '@docusaurus/Translate';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { useAccessToken } from '../client/use-access-token.ts';
import { useConsoleClient } from '../client/use-console-client.ts';
import { useGuestKey } from '../client/use-guest-key.ts';
import type { OperationData } from '../documents/operation-data.ts';
import { findOAuth, takesClient } from '../exchange/credentials.ts';
import type { ChosenServer } from '../exchange/use-api-server.ts';
import type { RequestDetails } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { browserStorage } from '../ui/browser-storage.ts';
import { useFeatures } from '../ui/use-features.ts';
import { useFirstFault } from '../ui/use-first-fault.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { BodyEditor } from './BodyEditor.tsx';
import { BODY_FIELD, buildRequest, type ChosenFiles, type FieldFault } from './build-request.ts';
import styles from './ConsoleForm.module.css';
import { CredentialField } from './CredentialField.tsx';
import { type CallDraft, draftCall, draftFor } from './call-draft.ts';
import { type PastCall, readCalls, restoreDraft } from './call-history.ts';
import { HistoryList } from './HistoryList.tsx';
import { operationSecurity } from './operation-security.ts';
import { ParametersForm } from './ParametersForm.tsx';
import { ResponsePane } from './ResponsePane.tsx';
import { fillDraft } from './resend/fill-draft.ts';
import { ResendNotice } from './resend/ResendNotice.tsx';
import { ServerChoice } from './ServerChoice.tsx';
import { ServerKey } from './ServerKey.tsx';
import { SimulateField } from './SimulateField.tsx';
import { NO_SIMULATION } from './simulation.ts';
import { isLiveKey, typedAccount } from './typed-account.ts';
import { useCall } from './use-call.ts';
import { usePathSuggestions } from './use-path-suggestions.ts';
import { useTypedKey } from './use-typed-key.ts';

interface Props {
  /** As the chosen server has it. */
  operation: OperationData;
  chosen: ChosenServer;
  /** A logged call to fill the form with, and to compare the new response with. */
  former: RequestDetails | undefined;
}

/** The form of a call, its response and the call history. */
export function ConsoleForm({ operation, chosen: place, former }: Props) {
  const isOutside = place.server?.isOwn === false;
  const ownServer = useServerUrl();
  const serverUrl = isOutside ? place.address : ownServer;
  const alternatives = operationSecurity(operation);
  const needsKey = alternatives.some((alternative) => alternative.length > 0);
  const ownKey = useGuestKey({ eager: needsKey && !isOutside });
  const paths = usePathSuggestions(operation, ownKey, serverUrl, isOutside);
  const [filled] = useState(() => former && fillDraft(operation, draftCall(operation), former));
  const [typedDraft, setDraft] = useState<CallDraft>(() => filled?.draft ?? draftCall(operation, paths.suggestions[0]));
  const draft = draftFor(typedDraft, alternatives, isOutside);
  const [files, setFiles] = useState<ChosenFiles>({});
  const [faults, setFaults] = useState<Record<string, FieldFault>>(filled?.faults ?? {});
  const [typedKey, setTypedKey] = useTypedKey(serverUrl, isOutside);
  const [calls, setCalls] = useState<PastCall[]>(() => readCalls(browserStorage()));
  const chosen = draft.credential === 'none' ? [] : (alternatives[draft.credential] ?? []);
  const oauth = findOAuth(chosen);
  const token = useAccessToken(oauth?.scopes ?? []);
  const client = useConsoleClient();
  // Without OAuth clients there are no tokens; a sandbox takes its key in their place.
  const hasClients = useFeatures().keys;
  const own = oauth && hasClients ? token : takesClient(chosen) ? client : ownKey;
  const account = typedKey === undefined ? own : typedAccount(typedKey);
  const { state, send, cancel, reset } = useCall(operation, account);
  const form = useFirstFault(Object.keys(faults).length > 0 && faults);
  const sending = state.phase === 'sending';
  const busy = sending || state.phase === 'streaming';
  const isSandbox = operation.api.basePath.startsWith('/sandbox/');

  // Each response may have added to the history and to the known ids.
  const { refresh } = paths;
  useEffect(() => {
    if (state.phase !== 'done') return;
    setCalls(readCalls(browserStorage()));
    refresh();
  }, [state, refresh]);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!isOutside && typedKey !== undefined && (typedKey === '' || isLiveKey(typedKey))) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const result = buildRequest(operation, draft, serverUrl, files);
    setFaults(result.faults ?? {});
    if (!result.faults)
      void send(isOutside && !typedKey ? { ...result.request, credentials: [] } : result.request, draft);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return;
    event.preventDefault();
    submit();
  }

  function restore(call: PastCall) {
    setDraft((current) => restoreDraft(current, call.draft));
    setFaults({});
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }

  return (
    <div className={styles.console}>
      <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        {former && filled && <ResendNotice id={former.id} notes={filled.notes} />}
        <ServerChoice
          {...place}
          choose={(url) => {
            reset();
            place.choose(url);
          }}
        />
        {needsKey && isOutside && (
          <ServerKey
            operation={operation}
            draft={draft}
            value={typedKey ?? ''}
            onChange={setDraft}
            onType={setTypedKey}
          />
        )}
        {needsKey && !isOutside && (
          <CredentialField
            operation={operation}
            account={own}
            draft={draft}
            typedKey={typedKey}
            onChange={setDraft}
            onTypedKey={setTypedKey}
          />
        )}
        <ParametersForm operation={operation} draft={draft} faults={faults} paths={paths} onChange={setDraft} />
        <BodyEditor
          operation={operation}
          draft={draft}
          fault={faults[BODY_FIELD]}
          files={files}
          isSandbox={isSandbox}
          onChange={setDraft}
          onFiles={setFiles}
        />
        {isSandbox && (
          <SimulateField
            operation={operation}
            value={draft.simulation ?? NO_SIMULATION}
            onChange={(simulation) => setDraft({ ...draft, simulation })}
          />
        )}
        <ButtonRow>
          <Button type="submit" variant="primary" disabled={busy} aria-keyshortcuts="Control+Enter">
            {sending ? (
              <Translate id="console.sending">Enviando…</Translate>
            ) : (
              <Translate id="console.send">Enviar</Translate>
            )}
          </Button>
          {sending ? (
            <Button variant="plain" onClick={cancel}>
              <Translate id="console.cancel">Cancelar</Translate>
            </Button>
          ) : (
            <kbd className={styles.shortcut}>Ctrl + Enter</kbd>
          )}
        </ButtonRow>
        {isSandbox && place.servers.length === 1 && (
          <p>
            <Translate id="console.sandboxOnly">
              O console só chama o sandbox; nenhum ambiente real é afetado.
            </Translate>
          </p>
        )}
      </form>
      <ResponsePane
        state={state}
        isSandbox={isSandbox}
        isOutside={isOutside}
        former={former}
        onRetry={submit}
        onStop={cancel}
      />
      <HistoryList calls={calls} operation={operation} onRestore={restore} onChange={setCalls} />
    </div>
  );
}

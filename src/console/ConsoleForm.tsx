import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useGuestKey } from '../client/use-guest-key.ts';
import type { OperationData } from '../documents/operation-data.ts';
import type { ChosenServer } from '../exchange/use-api-server.ts';
import type { RequestDetails } from '../generated/platform/types.gen.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { useFirstFault } from '../ui/use-first-fault.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { buildRequest, type ChosenFiles, type FieldFault } from './build-request.ts';
import styles from './ConsoleForm.module.css';
import { type CallDraft, draftCall, draftFor } from './call-draft.ts';
import { type PastCall, readCalls, restoreDraft } from './call-history.ts';
import { goToIssue } from './check/go-to-issue.ts';
import { keyOfIssue, mendDraft } from './check/issues.ts';
import { useIssueActions } from './check/use-issue-actions.ts';
import { useIssues } from './check/use-issues.ts';
import { useReferenceMarks } from './check/use-reference-marks.ts';
import { isSendable, withHeaders } from './extra-headers.ts';
import { AddressBar } from './frame/AddressBar.tsx';
import { ConsoleFrame } from './frame/ConsoleFrame.tsx';
import { type ConsoleLayout, readLayout, storeLayout } from './frame/console-layout.ts';
import { shownAddress } from './frame/shown-address.ts';
import { useConsoleKeys } from './frame/use-console-keys.ts';
import { HistoryList } from './HistoryList.tsx';
import { fillFromLink, findCallId, linkToDraft } from './link/call-link.ts';
import { operationSecurity } from './operation-security.ts';
import { pastRequest } from './past-request.ts';
import { RequestForm } from './RequestForm.tsx';
import { ResponsePane } from './ResponsePane.tsx';
import { fillDraft } from './resend/fill-draft.ts';
import { isLiveKey } from './typed-account.ts';
import { useCall } from './use-call.ts';
import { useCallAccount } from './use-call-account.ts';
import { usePathSuggestions } from './use-path-suggestions.ts';
import { useTypedKey } from './use-typed-key.ts';

interface Props {
  /** As the chosen server has it. */
  operation: OperationData;
  chosen: ChosenServer;
  /** A logged call to fill the form with, and to compare the new response with. */
  former: RequestDetails | undefined;
  /** The part of the page's address after `#`, which may have a call. */
  hash: string;
}

/** The form of a call, its response and the call history. */
export function ConsoleForm({ operation, chosen: place, former, hash }: Props) {
  const isOutside = place.server?.isOwn === false;
  const ownServer = useServerUrl();
  const serverUrl = isOutside ? place.address : ownServer;
  const alternatives = operationSecurity(operation);
  const needsKey = alternatives.some((alternative) => alternative.length > 0);
  const ownKey = useGuestKey({ eager: needsKey && !isOutside });
  const paths = usePathSuggestions(operation, ownKey, serverUrl, isOutside);
  const [filled] = useState(() => former && { former, ...fillDraft(operation, draftCall(operation), former) });
  const [calls, setCalls] = useState<PastCall[]>(() => readCalls(browserStorage()));
  const [past] = useState(() => calls.find(({ id }) => id === findCallId(hash)));
  const [typedDraft, setDraft] = useState<CallDraft>(() => {
    if (filled) return filled.draft;
    const usual = draftCall(operation, paths.suggestions[0]);
    return past ? restoreDraft(usual, past.draft) : fillFromLink(operation, usual, hash);
  });
  const draft = draftFor(typedDraft, alternatives, isOutside);
  const [files, setFiles] = useState<ChosenFiles>({});
  const [faults, setFaults] = useState<Record<string, FieldFault>>(filled?.faults ?? {});
  const [typedKey, setTypedKey] = useTypedKey(serverUrl, isOutside);
  const [layout, setLayout] = useState<ConsoleLayout>(readLayout);
  const { own, account } = useCallAccount(draft, alternatives, ownKey, typedKey);
  const { state, send, cancel, reset, showPast } = useCall(operation, account);
  const issues = useIssues(operation, draft, state);
  useReferenceMarks(issues);
  const form = useFirstFault(Object.keys(faults).length > 0 && faults);
  const formId = useId();
  const whole = useRef<HTMLDivElement>(null);
  const sending = state.phase === 'sending';
  const busy = sending || state.phase === 'streaming';

  // Each response may have added to the history and to the known ids.
  const { refresh } = paths;
  useEffect(() => {
    if (state.phase !== 'done') return;
    setCalls(readCalls(browserStorage()));
    refresh();
  }, [state, refresh]);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    if (!isOutside && typedKey !== undefined && (typedKey === '' || isLiveKey(typedKey))) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const result = buildRequest(operation, draft, serverUrl, files);
    setFaults(result.faults ?? {});
    if (result.faults && layout === 'answer') show('wide');
    if (result.faults) return;
    if (!(draft.headers ?? []).every(isSendable)) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const request = withHeaders(result.request, draft.headers);
    void send(isOutside && !typedKey ? { ...request, credentials: [] } : request, draft);
  }

  function show(next: ConsoleLayout) {
    setLayout(next);
    storeLayout(next);
  }

  useConsoleKeys(whole, { onSend: submit, onWiden: () => show(layout === 'docked' ? 'wide' : 'docked') });

  const actions = useIssueActions({
    whole,
    issues,
    onGo: (issue) => {
      // The form has to be there first.
      if (layout === 'answer') flushSync(() => show('wide'));
      goToIssue(form.current, issue, keyOfIssue(draft, issue));
    },
    onMend: (issue) => setDraft(mendDraft(operation, draft, issue)),
  });

  function restore(call: PastCall) {
    const restored = restoreDraft(draft, call.draft);
    setDraft(restored);
    setFaults({});
    showPast(call, pastRequest(operation, call, restored, serverUrl), restored);
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }

  // A call of the history that was made on another page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at first
  useEffect(() => {
    if (past) showPast(past, pastRequest(operation, past, draft, serverUrl), draft);
    if (past || hash.startsWith('#try?')) whole.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const history = <HistoryList calls={calls} operation={operation} onRestore={restore} onChange={setCalls} />;
  return (
    <ConsoleFrame isWide={layout !== 'docked'} onDock={() => show('docked')}>
      <div ref={whole} className={styles.console} data-layout={layout}>
        <AddressBar
          method={operation.method}
          address={shownAddress(operation, draft, serverUrl)}
          form={formId}
          link={() => location.origin + location.pathname + linkToDraft(operation, draft)}
          isSending={sending}
          isBusy={busy}
          layout={layout}
          onCancel={cancel}
          onLayout={show}
        />
        <div className={styles.columns}>
          <div className={styles.request}>
            <RequestForm
              id={formId}
              form={form}
              operation={operation}
              place={place}
              draft={draft}
              faults={faults}
              issues={issues}
              actions={actions}
              files={files}
              paths={paths}
              account={own}
              typedKey={typedKey}
              filled={filled}
              onChange={setDraft}
              onFiles={setFiles}
              onTypedKey={setTypedKey}
              onServer={(url) => {
                reset();
                place.choose(url);
              }}
              onSubmit={submit}
            />
            {layout !== 'docked' && history}
          </div>
          <div className={styles.response}>
            <ResponsePane
              state={state}
              called={{ operation, serverUrl }}
              issues={issues}
              actions={actions}
              isSandbox={operation.api.basePath.startsWith('/sandbox/')}
              isOutside={isOutside}
              former={former}
              onRetry={submit}
              onStop={cancel}
            />
            {layout === 'docked' && history}
          </div>
        </div>
      </div>
    </ConsoleFrame>
  );
}

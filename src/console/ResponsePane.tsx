import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { KeyRefused } from '../client/KeyRefused.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { findHeader, type ReceivedResponse } from '../exchange/received-response.ts';
import { formatDuration, formatSize } from '../format/format-figures.ts';
import type { RequestDetails } from '../generated/platform/types.gen.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { RequestLink } from '../ui/RequestLink.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { useFeatures } from '../ui/use-features.ts';
import type { IssueActions } from './check/IssueLine.tsx';
import { IssueList } from './check/IssueList.tsx';
import type { FieldIssue } from './check/issues.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { NextCalls } from './next/NextCalls.tsx';
import { type Called, useFollow } from './next/use-follow.ts';
import { PastNotice } from './PastNotice.tsx';
import { ResponseHint } from './ResponseHint.tsx';
import styles from './ResponsePane.module.css';
import { ResponseTabs } from './ResponseTabs.tsx';
import { Comparison } from './resend/Comparison.tsx';
import { StreamView, spokenCount } from './StreamView.tsx';
import type { CallState } from './use-call.ts';

const Trail = lazy(async () => ({ default: (await import('./Trail.tsx')).Trail }));

interface Props {
  state: CallState;
  /** What was called, so that the answer can lead on. */
  called?: Called;
  /** What is wrong with the form, of which the answer may be about. */
  issues?: FieldIssue[];
  actions?: IssueActions;
  /** Whether the call went to a sandbox, where it can cause events. */
  isSandbox: boolean;
  /** Whether it went to a server outside this portal, whose calls are in no log here. */
  isOutside?: boolean;
  /** The logged call that the form was filled with. */
  former?: RequestDetails;
  onRetry: () => void;
  /** Ends a stream; what has arrived is the response. */
  onStop?: () => void;
  /** Whether the call is shown as a curl command, too. */
  withCurl?: boolean;
}

/** The response with its details, or why there is none. */
export function ResponsePane(props: Props) {
  const {
    state,
    called,
    issues = [],
    actions,
    isSandbox,
    isOutside = false,
    former,
    onRetry,
    onStop,
    withCurl = true,
  } = props;
  const refused = refusedIssues(state, issues);
  const follow = useFollow(state.phase === 'done' ? called : undefined);
  const { currentLocale } = useDocusaurusContext().i18n;
  const features = useFeatures();
  const cause = isSandbox && features.webhooks ? findCause(state) : undefined;
  const pane = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.phase !== 'done') return;
    // Of a long answer, the beginning.
    const isLong = (pane.current?.offsetHeight ?? 0) > window.innerHeight / 2;
    pane.current?.scrollIntoView({ block: isLong ? 'start' : 'nearest' });
    // The button that ended a stream is gone, and the focus with it.
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, [state]);

  return (
    <div ref={pane} tabIndex={-1} className={styles.pane} data-phase={state.phase}>
      <Spoken>{spoken(state, currentLocale)}</Spoken>
      {state.phase === 'idle' && (
        <p className={styles.empty}>
          <Translate id="console.response.empty">A resposta aparece aqui.</Translate>
        </p>
      )}
      {state.phase === 'sending' && <Progress className={styles.progress} />}
      {state.phase === 'streaming' && <StreamView progress={state} onStop={onStop} />}
      {state.phase === 'no-key' && <PlatformProblem error={state.error} onRetry={onRetry} />}
      {state.phase === 'done' && (
        <>
          {state.past && <PastNotice at={state.past} />}
          {state.refused && (
            <Notice kind="warn">
              <KeyRefused />
            </Notice>
          )}
          {state.outcome.failure && <FailureNotice failure={state.outcome.failure} onRetry={onRetry} />}
          {state.outcome.response && <Figures {...state.outcome} isOutside={isOutside} />}
          {actions && refused.length > 0 && (
            <div className={styles.issues}>
              <IssueList
                title={<Translate id="console.issues">Campos a corrigir</Translate>}
                issues={refused}
                {...actions}
              />
            </div>
          )}
          {called && state.draft && state.outcome.response && (
            <NextCalls called={called} draft={state.draft} response={state.outcome.response} />
          )}
          {former && state.outcome.response && <Comparison former={former} response={state.outcome.response} />}
          <ResponseTabs state={state} follow={follow} withRequest={withCurl} />
          <Suspense fallback={null}>{cause && <Trail key={cause} requestId={cause} />}</Suspense>
        </>
      )}
    </div>
  );
}

function Figures({ response, isOutside }: { response: ReceivedResponse; isOutside: boolean }) {
  const locale = useDocusaurusContext().i18n.currentLocale;
  const requestId = findHeader(response, 'x-request-id');
  return (
    <>
      <div className={styles.figures}>
        <span className={styles.status}>
          <StatusBadge status={response.status} /> {response.reason}
        </span>
        <span>{formatDuration(response.milliseconds, locale)}</span>
        <span>{formatSize(response.bytes.length, locale)}</span>
        {requestId && (
          <span className={styles.requestId}>
            {isOutside ? <code translate="no">{requestId}</code> : <RequestLink id={requestId} />}
            <CopyButton
              text={requestId}
              label={translate({ id: 'console.response.copyRequestId', message: 'Copiar o id da requisição' })}
            />
          </span>
        )}
      </div>
      <div className={styles.hint}>
        <ResponseHint response={response} />
      </div>
    </>
  );
}

/** What a refusal is about: what it says, else what the document does not allow, where that is its reason. */
function refusedIssues(state: CallState, issues: FieldIssue[]): FieldIssue[] {
  const response = state.phase === 'done' ? state.outcome.response : undefined;
  if (!response || !/^4/.test(String(response.status)) || findHeader(response, 'preference-applied')) return [];
  const said = issues.filter(({ isSaid }) => isSaid);
  return said.length > 0 || ![400, 422].includes(response.status) ? said : issues;
}

/** The request id of a call that may have caused events: a successful write. */
function findCause(state: CallState): string | undefined {
  const response = state.phase === 'done' ? state.outcome.response : undefined;
  if (!response || response.status >= 300 || /^(GET|HEAD|OPTIONS)$/.test(response.method)) return undefined;
  return findHeader(response, 'x-request-id');
}

/** What a screen reader announces when the call has ended. */
function spoken(state: CallState, locale: string): string {
  if (state.phase === 'sending') return translate({ id: 'console.response.waiting', message: 'Aguardando a resposta' });
  if (state.phase === 'streaming') return spokenCount(state.count);
  if (state.phase !== 'done' || !state.outcome.response) return '';
  const { status, reason, milliseconds } = state.outcome.response;
  return translate(
    { id: 'console.response.said', message: 'Resposta {status} {reason} em {time}' },
    { status, reason, time: formatDuration(milliseconds, locale) },
  );
}

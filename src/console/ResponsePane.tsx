import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { KeyRefused } from '../client/KeyRefused.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { findHeader, type ReceivedResponse } from '../exchange/received-response.ts';
import { formatDuration, formatSize } from '../format/format-figures.ts';
import type { RequestDetails } from '../generated/platform/types.gen.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { HeaderLines } from '../ui/HeaderLines.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { RequestLink } from '../ui/RequestLink.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { type TabItem, Tabs } from '../ui/Tabs.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { CurlView } from './CurlView.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { ResponseBody } from './ResponseBody.tsx';
import { ResponseHint } from './ResponseHint.tsx';
import styles from './ResponsePane.module.css';
import { Comparison } from './resend/Comparison.tsx';
import { StreamView, spokenCount } from './StreamView.tsx';
import type { CallState } from './use-call.ts';

const Trail = lazy(async () => ({ default: (await import('./Trail.tsx')).Trail }));

interface Props {
  state: CallState;
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
export function ResponsePane({ state, isSandbox, isOutside = false, former, onRetry, onStop, withCurl = true }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const features = useFeatures();
  const cause = isSandbox && features.webhooks ? findCause(state) : undefined;
  const pane = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.phase !== 'done') return;
    pane.current?.scrollIntoView({ block: 'nearest' });
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
          {state.refused && (
            <Notice kind="warn">
              <KeyRefused />
            </Notice>
          )}
          {state.outcome.failure && <FailureNotice failure={state.outcome.failure} onRetry={onRetry} />}
          {state.outcome.response && <Figures {...state.outcome} isOutside={isOutside} />}
          {former && state.outcome.response && <Comparison former={former} response={state.outcome.response} />}
          {(state.outcome.response || withCurl) && (
            <Tabs
              label={translate({ id: 'console.response.tabs', message: 'Partes da resposta' })}
              items={tabsOf(state, withCurl)}
            />
          )}
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

function tabsOf(state: Extract<CallState, { phase: 'done' }>, withCurl: boolean): TabItem[] {
  const { response } = state.outcome;
  const content = <CurlView request={state.request} apiKey={state.key} />;
  const curl: TabItem[] = withCurl ? [{ id: 'curl', label: 'curl', content }] : [];
  if (!response) return curl;
  return [
    {
      id: 'body',
      label: translate({ id: 'console.response.body', message: 'Corpo' }),
      content: <ResponseBody response={response} />,
    },
    {
      id: 'headers',
      label: translate(
        { id: 'console.response.headers', message: 'Cabeçalhos ({count})' },
        { count: response.headers.length },
      ),
      content: (
        <div className={styles.headers}>
          <HeaderLines headers={response.headers} />
        </div>
      ),
    },
    ...curl,
  ];
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

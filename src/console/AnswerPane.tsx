import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { type Answer, findHeader } from '../exchange/answer.ts';
import { formatDuration, formatSize } from '../format/format-figures.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { HeaderLines } from '../ui/HeaderLines.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { type TabItem, Tabs } from '../ui/Tabs.tsx';
import { AnswerBody } from './AnswerBody.tsx';
import { AnswerHint } from './AnswerHint.tsx';
import styles from './AnswerPane.module.css';
import { CurlView } from './CurlView.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import type { CallState } from './use-call.ts';

const Trail = lazy(async () => ({ default: (await import('./Trail.tsx')).Trail }));

interface Props {
  state: CallState;
  /** Whether the call went to a sandbox, where it can cause events. */
  isSandbox: boolean;
  onRetry: () => void;
}

/** What came back: the answer with all that belongs to it, or why there is none. */
export function AnswerPane({ state, isSandbox, onRetry }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const cause = isSandbox ? findCause(state) : undefined;
  const pane = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.phase === 'done') pane.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);

  return (
    <div ref={pane} className={styles.pane} data-phase={state.phase}>
      <Spoken>{spoken(state, currentLocale)}</Spoken>
      {state.phase === 'idle' && (
        <p className={styles.empty}>
          <Translate id="console.answer.empty">A resposta aparece aqui.</Translate>
        </p>
      )}
      {state.phase === 'sending' && <Progress className={styles.progress} />}
      {state.phase === 'no-key' && <PlatformProblem error={state.error} onRetry={onRetry} />}
      {state.phase === 'done' && (
        <>
          {state.renewed && (
            <Notice>
              <p>
                <Translate id="console.answer.renewed">
                  Sua chave anterior não valia mais. Esta chamada foi feita com uma nova, em um espaço de trabalho novo.
                </Translate>
              </p>
            </Notice>
          )}
          {state.outcome.failure && <FailureNotice failure={state.outcome.failure} onRetry={onRetry} />}
          {state.outcome.answer && <Figures answer={state.outcome.answer} locale={currentLocale} />}
          <Tabs label={translate({ id: 'console.answer.tabs', message: 'Partes da resposta' })} items={tabsOf(state)} />
          <Suspense fallback={null}>{cause && <Trail key={cause} requestId={cause} />}</Suspense>
        </>
      )}
    </div>
  );
}

function Figures({ answer, locale }: { answer: Answer; locale: string }) {
  const requestId = findHeader(answer, 'x-request-id');
  return (
    <>
      <div className={styles.figures}>
        <span className={styles.status}>
          <StatusBadge status={answer.status} /> {answer.reason}
        </span>
        <span>{formatDuration(answer.milliseconds, locale)}</span>
        <span>{formatSize(answer.bytes.length, locale)}</span>
        {requestId && (
          <span className={styles.requestId}>
            <code title={translate({ id: 'console.answer.requestId', message: 'Id da requisição' })}>{requestId}</code>
            <CopyButton
              text={requestId}
              label={translate({ id: 'console.answer.copyRequestId', message: 'Copiar o id da requisição' })}
            />
          </span>
        )}
      </div>
      <div className={styles.hint}>
        <AnswerHint answer={answer} />
      </div>
    </>
  );
}

function tabsOf(state: Extract<CallState, { phase: 'done' }>): TabItem[] {
  const { answer } = state.outcome;
  const curl: TabItem = { id: 'curl', label: 'curl', content: <CurlView request={state.request} apiKey={state.key} /> };
  if (!answer) return [curl];
  return [
    {
      id: 'body',
      label: translate({ id: 'console.answer.body', message: 'Corpo' }),
      content: <AnswerBody answer={answer} />,
    },
    {
      id: 'headers',
      label: translate(
        { id: 'console.answer.headers', message: 'Cabeçalhos ({count})' },
        { count: answer.headers.length },
      ),
      content: (
        <div className={styles.headers}>
          <HeaderLines headers={answer.headers} />
        </div>
      ),
    },
    curl,
  ];
}

/** The id of a call that may have caused events: one that changed something, and succeeded. */
function findCause(state: CallState): string | undefined {
  const answer = state.phase === 'done' ? state.outcome.answer : undefined;
  if (!answer || answer.status >= 300 || /^(GET|HEAD|OPTIONS)$/.test(answer.method)) return undefined;
  return findHeader(answer, 'x-request-id');
}

/** What a screen reader hears when something has come of the call. */
function spoken(state: CallState, locale: string): string {
  if (state.phase === 'sending') return translate({ id: 'console.answer.waiting', message: 'Aguardando a resposta' });
  if (state.phase !== 'done' || !state.outcome.answer) return '';
  const { status, reason, milliseconds } = state.outcome.answer;
  return translate(
    { id: 'console.answer.said', message: 'Resposta {status} {reason} em {time}' },
    { status, reason, time: formatDuration(milliseconds, locale) },
  );
}

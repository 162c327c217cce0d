import Translate from '@docusaurus/Translate';
import { type RefObject, useSyncExternalStore } from 'react';
import { KeyRefused } from '../client/KeyRefused.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { ResponsePane } from '../console/ResponsePane.tsx';
import { MethodBadge } from '../ui/MethodBadge.tsx';
import { Notice } from '../ui/Notice.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './GuideBlock.module.css';
import type { GuideProgram } from './guide-program.ts';
import { type Exchange, type GuideRunState, useGuideRun } from './use-guide-run.ts';

interface Props {
  program: GuideProgram;
  block: RefObject<HTMLDivElement | null>;
  /** Number of clicks; each runs the commands again. */
  run: number;
  onEnd: () => void;
  onRetry: () => void;
}

/** Runs the commands of a block against the sandbox as soon as it mounts, and shows the answer. */
export function GuideRun(props: Props) {
  return (
    <PlatformProvider>
      <Result {...props} />
    </PlatformProvider>
  );
}

function Result({ program, block, run, onEnd, onRetry }: Props) {
  const state = useGuideRun(program, block, run, onEnd);
  const last = state.exchanges.at(-1);
  const isLatest = useSyncExternalStore(program.watch, () => program.isLatest(block.current));
  return (
    <>
      {state.error && <PlatformProblem error={state.error} onRetry={onRetry} />}
      {state.refused && (
        <Notice kind="warn">
          <KeyRefused onAfresh={onRetry} />
        </Notice>
      )}
      {state.earlier > 0 && (
        <p className={styles.said}>
          <Translate id="guide.earlier">Os comandos acima, de que estes dependem, foram executados antes.</Translate>
        </p>
      )}
      {state.exchanges.length > 1 && (
        <ol className={styles.earlier}>
          {state.exchanges.slice(0, -1).map((exchange, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the requests of a run have no identity besides their order
            <Line key={index} {...exchange} />
          ))}
        </ol>
      )}
      {state.phase === 'stopped' && !state.error && (
        <p className={styles.said} role="status">
          <Translate id="guide.stopped">
            Os comandos pararam aqui: faltou um valor que a resposta anterior não trouxe.
          </Translate>
        </p>
      )}
      {(last || state.phase === 'running') && (
        <ResponsePane
          state={paneState(state, last)}
          isSandbox={isLatest && last?.request.url.includes('/sandbox/') === true}
          withCurl={false}
          onRetry={onRetry}
        />
      )}
    </>
  );
}

function paneState({ phase }: GuideRunState, last: Exchange | undefined): Parameters<typeof ResponsePane>[0]['state'] {
  if (phase === 'running' || !last) return { phase: 'sending' };
  return { phase: 'done', request: last.request, key: '', outcome: last.outcome, refused: false };
}

function Line({ request, outcome }: Exchange) {
  const { pathname, search } = new URL(request.url);
  return (
    <li>
      <MethodBadge method={request.method} />
      <code translate="no">{pathname + search}</code>
      {outcome.response ? <StatusBadge status={outcome.response.status} /> : '—'}
    </li>
  );
}

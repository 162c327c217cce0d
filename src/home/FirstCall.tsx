import Translate from '@docusaurus/Translate';
import { lazy, Suspense } from 'react';
import { Progress } from '../ui/Progress.tsx';
import { CallLine } from './CallLine.tsx';
import styles from './FirstCall.module.css';
import type { FirstCallData } from './first-call-data.ts';

const loadTrail = () => import('./RunFirstCall.tsx');
const RunFirstCall = lazy(async () => ({ default: (await loadTrail()).RunFirstCall }));

/** Preloads the code of the calls when the pointer or the focus comes near the button. */
export function preloadFirstCall(): void {
  void loadTrail();
}

interface Props {
  data: FirstCallData;
  /** Number of clicks so far. */
  run: number;
  onEnd: (good: boolean) => void;
  onRetry: () => void;
}

/** A preview of the first call; once started, its progress. */
export function FirstCall({ data, run, onEnd, onRetry }: Props) {
  return (
    <section className={styles.pane} aria-labelledby="first-call">
      <h2 id="first-call" className={styles.title}>
        <Translate id="home.call.title">A primeira chamada</Translate>
      </h2>
      {run > 0 ? (
        <Suspense fallback={<Plan data={data} running />}>
          <RunFirstCall data={data} run={run} onEnd={onEnd} onRetry={onRetry} />
        </Suspense>
      ) : (
        <Plan data={data} />
      )}
    </section>
  );
}

function Plan({ data: { create, read }, running = false }: { data: FirstCallData; running?: boolean }) {
  return (
    <ol className={styles.steps}>
      <li className={styles.step} data-phase="waiting">
        <div className={styles.line}>
          <span className={styles.what}>
            <Translate id="home.call.key">Espaço de trabalho e chave de teste</Translate>
          </span>
        </div>
        {running && <Progress className={styles.progress} />}
      </li>
      {[create, read].map(({ id, api, method, path, summary }) => (
        <li key={id} className={styles.step} data-phase="waiting">
          <CallLine method={method} path={api.basePath + path} />
          <p className={styles.summary}>{summary}</p>
        </li>
      ))}
    </ol>
  );
}

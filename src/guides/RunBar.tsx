import Translate from '@docusaurus/Translate';
import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Progress } from '../ui/Progress.tsx';
import styles from './GuideBlock.module.css';
import type { GuideProgram } from './guide-program.ts';

const loadRun = () => import('./GuideRun.tsx');
const GuideRun = lazy(async () => ({ default: (await loadRun()).GuideRun }));

interface Props {
  program: GuideProgram;
  block: RefObject<HTMLDivElement | null>;
  /** Whether there is something to run besides opening a workspace. */
  runs: boolean;
  erases: boolean;
  /** What is said of the reader's workspace; a block that only opens one has no button then. */
  children: ReactNode;
}

/** The line below commands that a page can run, and their result. The code that runs them is loaded on demand. */
export function RunBar({ program, block, runs, erases, children }: Props) {
  const [run, setRun] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const start = () => {
    setBusy(true);
    program.start(block.current);
    setRun((before) => before + 1);
  };
  const label = runs ? (
    <Translate id="guide.run">Executar</Translate>
  ) : (
    <Translate id="guide.open">Abrir o meu espaço</Translate>
  );
  return (
    <>
      <div className={styles.bar}>
        {(runs || !children) && !erases && (
          <Button
            size="small"
            aria-disabled={isBusy}
            onClick={() => !isBusy && start()}
            onPointerEnter={() => void loadRun().catch(() => {})}
            onFocus={() => void loadRun().catch(() => {})}
          >
            {label}
          </Button>
        )}
        {erases && (
          <ConfirmButton
            size="small"
            disabled={isBusy}
            label={<Translate id="guide.run.erases">Executar…</Translate>}
            question={<Translate id="guide.erase.question">Restaurar os dados iniciais?</Translate>}
            consequence={
              <Translate id="guide.erase.consequence">
                O comando apaga o que você criou no seu espaço, com os eventos, e restaura os dados de exemplo.
              </Translate>
            }
            action={<Translate id="workspace.reset.action">Apagar e restaurar</Translate>}
            onConfirm={start}
          />
        )}
        {children}
      </div>
      {run > 0 && (
        <div className={styles.result} data-run={isBusy ? 'running' : 'done'}>
          <Suspense fallback={<Progress />}>
            <GuideRun program={program} block={block} run={run} onEnd={() => setBusy(false)} onRetry={start} />
          </Suspense>
        </div>
      )}
    </>
  );
}

import Translate from '@docusaurus/Translate';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { useGuides } from '../ui/use-guides.ts';
import { preloadFirstCall } from './FirstCall.tsx';
import styles from './Home.module.css';

export type FirstCallPhase = 'idle' | 'running' | 'done' | 'failed';

/** Starts the first call; afterwards it repeats it, and the next step is beside it. */
export function StartButton({ phase, onStart }: { phase: FirstCallPhase; onStart: () => void }) {
  const { has } = useGuides();
  return (
    <>
      <ButtonRow>
        {phase === 'done' && (
          <ButtonLink variant="primary" size="large" to={has('quickstart') ? '/guides/quickstart' : '/reference'}>
            {has('quickstart') ? (
              <Translate id="home.onwards">Ir para os primeiros passos</Translate>
            ) : (
              <Translate id="home.toReference">Abrir a referência</Translate>
            )}
          </ButtonLink>
        )}
        {/* The same button throughout, so that it keeps the focus; while running it does nothing. */}
        <Button
          key="start"
          variant={phase === 'done' ? 'quiet' : 'primary'}
          size="large"
          aria-disabled={phase === 'running'}
          onClick={() => phase !== 'running' && onStart()}
          onPointerEnter={preloadFirstCall}
          onFocus={preloadFirstCall}
        >
          {phase === 'done' || phase === 'failed' ? (
            <Translate id="home.again">Repetir a chamada</Translate>
          ) : (
            <Translate id="home.start">Fazer a primeira chamada</Translate>
          )}
        </Button>
      </ButtonRow>
      <p className={styles.terms}>
        <Translate id="home.terms">Sem cadastro e sem digitar nada. O seu espaço expira em 24 horas.</Translate>
      </p>
    </>
  );
}

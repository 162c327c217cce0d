import Translate from '@docusaurus/Translate';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { preloadFirstCall } from './FirstCall.tsx';
import styles from './Home.module.css';

/** Where the first call stands. */
export type FirstCallPhase = 'idle' | 'running' | 'done' | 'failed';

/** Starts the first call; afterwards it repeats it, and the way on stands beside. */
export function StartButton({ phase, onStart }: { phase: FirstCallPhase; onStart: () => void }) {
  return (
    <>
      <ButtonRow>
        {phase === 'done' && (
          <ButtonLink variant="primary" size="large" to="/guides/quickstart">
            <Translate id="home.onwards">Seguir para os primeiros passos</Translate>
          </ButtonLink>
        )}
        {/* One button throughout, so that the focus stays; while it runs it is there and does nothing. */}
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
        <Translate id="home.terms">Sem cadastro e sem digitar nada. O seu espaço dura 24 horas.</Translate>
      </p>
    </>
  );
}

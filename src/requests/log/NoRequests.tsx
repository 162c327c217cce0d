import Translate from '@docusaurus/Translate';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { useGuides } from '../../ui/use-guides.ts';
import styles from './RequestLog.module.css';

/** What stands in the place of the rows: nothing matches, or nothing was called yet. */
export function NoRequests({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { has } = useGuides();
  if (isFiltered) {
    return (
      <div className={styles.none} role="status">
        <p>
          <Translate id="requests.none.filtered">Nenhuma requisição corresponde a estes filtros.</Translate>
        </p>
        <Button onClick={onClear}>
          <Translate id="requests.filter.clear">Limpar filtros</Translate>
        </Button>
      </div>
    );
  }
  return (
    <section className={styles.none} aria-labelledby="no-requests">
      <h2 id="no-requests">
        <Translate id="requests.none">Nenhuma requisição ainda</Translate>
      </h2>
      <p>
        <Translate
          id="requests.none.how"
          values={{
            key: (
              <PageLink key="key" to="/keys" inSentence>
                <Translate id="requests.none.key">sua chave</Translate>
              </PageLink>
            ),
          }}
        >
          {'Chame uma API pelo console, ou de um terminal com {key}: a requisição aparece aqui em dois segundos.'}
        </Translate>
      </p>
      <ButtonRow>
        <ButtonLink variant="primary" to="/reference">
          <Translate id="requests.none.reference">Escolher uma operação</Translate>
        </ButtonLink>
        {has('find-out-why') && (
          <ButtonLink to="/guides/find-out-why">
            <Translate id="requests.none.guide">Ler o guia</Translate>
          </ButtonLink>
        )}
      </ButtonRow>
    </section>
  );
}

/** Rows to come. */
export function WaitingRows() {
  return (
    <div className={styles.waiting}>
      <p role="status">
        <Translate id="requests.loading">Carregando as requisições…</Translate>
      </p>
      {Array.from({ length: 6 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}

import Translate from '@docusaurus/Translate';
import { Button } from '@site/src/ui/Button.tsx';
import styles from './Search.module.css';

/** Shown when nothing matches, with suggestions. */
export function NothingFound({ query }: { query: string }) {
  return (
    <div className={styles.notice}>
      <p>
        <Translate id="search.nothing" values={{ query: <b>{query}</b> }}>
          {'Nada encontrado para {query}.'}
        </Translate>
      </p>
      <ul>
        <li>
          <Translate id="search.nothing.shorter">Tente menos palavras, ou só o começo de uma.</Translate>
        </li>
        <li>
          <Translate id="search.nothing.path" values={{ example: <code>GET /customers</code> }}>
            {'Um caminho também serve, com ou sem o método: {example}.'}
          </Translate>
        </li>
        <li>
          <Translate id="search.nothing.code" values={{ example: <code>invalid_json</code> }}>
            {'Ou um código de erro, ou o nome de um campo: {example}.'}
          </Translate>
        </li>
      </ul>
    </div>
  );
}

/** Shown when the search or its index could not be loaded. */
export function Unavailable({ onRetry }: { onRetry: () => void }) {
  if (process.env.NODE_ENV === 'development') {
    return (
      <div className={styles.notice} role="alert">
        <p>
          <Translate id="search.development" values={{ command: <code>npm start</code> }}>
            {'A busca é gerada com o build do portal: experimente-a com {command}.'}
          </Translate>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.notice} role="alert">
      <p>
        <Translate id="search.unavailable">A busca não pôde ser carregada. Você está sem conexão?</Translate>
      </p>
      <Button onClick={onRetry}>
        <Translate id="search.retry">Tentar de novo</Translate>
      </Button>
    </div>
  );
}

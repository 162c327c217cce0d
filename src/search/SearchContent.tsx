import Translate, { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import { Search } from './Search.tsx';
import styles from './SearchButton.module.css';

/** The content of the search dialog. */
export function SearchContent({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  return (
    <>
      <Search
        query={query}
        onQuery={setQuery}
        onChoose={onClose}
        aside={
          <button
            type="button"
            className={styles.close}
            aria-label={translate({ id: 'search.close', message: 'Fechar a busca' })}
            onClick={onClose}
          >
            <svg viewBox="0 0 20 20" width="18" height="18" stroke="currentColor" strokeWidth="1.7" aria-hidden="true">
              <path d="m4 4 12 12M16 4 4 16" />
            </svg>
          </button>
        }
      />
      <p className={styles.keys}>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> <Translate id="search.keys.move">navegar</Translate>
        </span>
        <span>
          <kbd>Enter</kbd> <Translate id="search.keys.open">abrir</Translate>
        </span>
        <span>
          <kbd>Esc</kbd> <Translate id="search.keys.close">fechar</Translate>
        </span>
      </p>
    </>
  );
}

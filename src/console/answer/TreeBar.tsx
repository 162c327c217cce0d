import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Control.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './TreeBar.module.css';

interface Props {
  /** Of the current line. */
  path: string;
  text: string;
  query: string;
  found: number;
  /** Which of the matches is the current line; 0 for none. */
  at: number;
  onSearch: (query: string) => void;
  onStep: (by: 1 | -1) => void;
  onFold: ((isFolded: boolean) => void) | undefined;
  aside: ReactNode;
}

/** What can be done with an answer: search, fold, copy a path or all of it, download. */
export function TreeBar({ text, query, found, at, onSearch, onStep, onFold, aside, ...props }: Props) {
  const path = props.path || '$';
  const label = translate({ id: 'console.tree.search', message: 'Buscar na resposta' });
  return (
    <div className={styles.bar}>
      <Input
        type="search"
        className={styles.search}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <span role="status" className={styles.count}>
        {query !== '' && translate({ id: 'console.tree.found', message: '{at} de {count}' }, { at, count: found })}
      </span>
      {onFold && (
        <>
          <Button variant="plain" size="small" onClick={() => onFold(true)}>
            {translate({ id: 'console.tree.fold', message: 'Recolher tudo' })}
          </Button>
          <Button variant="plain" size="small" onClick={() => onFold(false)}>
            {translate({ id: 'console.tree.unfold', message: 'Expandir tudo' })}
          </Button>
        </>
      )}
      <span className={styles.end}>
        {aside}
        <CopyButton text={text} />
      </span>
      <span className={styles.path}>
        <code translate="no">{path}</code>
        <CopyButton
          text={path}
          label={translate({ id: 'console.tree.copyPath', message: 'Copiar o caminho {path}' }, { path })}
        />
      </span>
    </div>
  );
}

import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import { translate } from '@docusaurus/Translate';
import DocSidebarItems from '@theme/DocSidebarItems';
import { lazy, Suspense, useState } from 'react';
import styles from './FilteredItems.module.css';

const load = () => import('./FoundPages.tsx');
const FoundPages = lazy(async () => ({ default: (await load()).FoundPages }));

interface Props {
  sidebar: readonly PropSidebarItem[];
  path: string;
}

/** The pages of a section, and a field that leaves those whose names have what is typed. */
export function FilteredItems({ sidebar, path }: Props) {
  const [query, setQuery] = useState('');
  const label = translate({ id: 'theme.filter', message: 'Filtrar páginas' });
  const items = sidebar as PropSidebarItem[];
  const all = <DocSidebarItems items={items} activePath={path} level={1} />;
  return (
    <>
      <div className={styles.field}>
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onFocus={load}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            // In the menu of narrow windows, the first Escape empties the field, and the next closes the menu.
            if (event.key !== 'Escape' || query === '') return;
            event.preventDefault();
            setQuery('');
          }}
        />
      </div>
      <ul className="theme-doc-sidebar-menu menu__list">
        {query.trim() === '' ? (
          all
        ) : (
          <Suspense fallback={all}>
            <FoundPages items={items} query={query} path={path} onChoose={() => setQuery('')} />
          </Suspense>
        )}
      </ul>
    </>
  );
}

import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import Translate, { translate } from '@docusaurus/Translate';
import DocSidebarItem from '@theme/DocSidebarItem';
import DocSidebarItems from '@theme/DocSidebarItems';
import { useState } from 'react';
import { Spoken } from '../../ui/Spoken.tsx';
import styles from './FilteredItems.module.css';
import { findPages } from './find-pages.ts';

interface Props {
  sidebar: readonly PropSidebarItem[];
  path: string;
}

/** The pages of a section, and a field that leaves those whose names have what is typed. */
export function FilteredItems({ sidebar, path }: Props) {
  const [query, setQuery] = useState('');
  const label = translate({ id: 'theme.filter', message: 'Filtrar páginas' });
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
          <DocSidebarItems items={sidebar as PropSidebarItem[]} activePath={path} level={1} />
        ) : (
          <Found items={sidebar as PropSidebarItem[]} query={query} path={path} onChoose={() => setQuery('')} />
        )}
      </ul>
    </>
  );
}

interface FoundProps {
  items: PropSidebarItem[];
  query: string;
  path: string;
  onChoose: () => void;
}

function Found({ items, query, path, onChoose }: FoundProps) {
  const { groups, count } = findPages(items, query);
  return (
    <>
      {groups.map(({ path: names, lang, pages }) => (
        <li key={names.join('/')} className={styles.found}>
          {names.length > 0 && <span lang={lang}>{names.join(' › ')}</span>}
          <ul>
            {pages.map((page, index) => (
              <DocSidebarItem
                key={page.href}
                item={page}
                index={index}
                activePath={path}
                level={3}
                onItemClick={onChoose}
              />
            ))}
          </ul>
        </li>
      ))}
      {count === 0 && (
        <li className={styles.none}>
          <Translate id="theme.filter.none">Nenhuma página daqui tem esse nome. Com / você busca em tudo.</Translate>
        </li>
      )}
      <li>
        <Spoken>
          <Translate id="theme.filter.count" values={{ count: String(count) }}>
            {'{count} páginas'}
          </Translate>
        </Spoken>
      </li>
    </>
  );
}

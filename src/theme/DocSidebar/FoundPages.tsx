import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import Translate from '@docusaurus/Translate';
import DocSidebarItem from '@theme/DocSidebarItem';
import { Spoken } from '../../ui/Spoken.tsx';
import styles from './FilteredItems.module.css';
import { findPages } from './find-pages.ts';

interface Props {
  items: PropSidebarItem[];
  query: string;
  path: string;
  onChoose: () => void;
}

/** The pages of the navigation in whose names is what was typed, with the groups that they are in. */
export function FoundPages({ items, query, path, onChoose }: Props) {
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
            {'Páginas: {count}'}
          </Translate>
        </Spoken>
      </li>
    </>
  );
}

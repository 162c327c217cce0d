import type { ReactNode } from 'react';
import styles from './PageTabs.module.css';
import { Tabs } from './Tabs.tsx';
import { usePageQuery } from './use-page-query.ts';

interface Props {
  /** Accessible name of the tab list. */
  label: string;
  /** The first tab is open by default. */
  items: { id: string; label: string; content: () => ReactNode }[];
}

/** Tabs for the parts of a page. The page's address holds the choice, and only the selected part is rendered. */
export function PageTabs({ label, items }: Props) {
  const { search, go } = usePageQuery();
  const wanted = new URLSearchParams(search).get('tab');
  const selected = (items.find(({ id }) => id === wanted) ?? items[0])?.id;
  return (
    <Tabs
      className={styles.tabs}
      label={label}
      items={items.map(({ content, ...item }) => ({ ...item, content: item.id === selected ? content() : null }))}
      selected={selected}
      onSelect={(tab) => go(tab === items[0]?.id ? '' : `tab=${tab}`)}
    />
  );
}

import type { ReactNode } from 'react';
import styles from './PageTabs.module.css';
import { Tabs } from './Tabs.tsx';
import { usePageQuery } from './use-page-query.ts';

interface Props {
  /** What the tabs choose between, for screen readers. */
  label: string;
  /** The first is what the page opens with. */
  items: { id: string; label: string; content: () => ReactNode }[];
}

/** The parts of a page behind tabs. The choice stands in the page's address, and only what is chosen is read. */
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

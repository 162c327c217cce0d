import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useContext, useId, useRef, useState } from 'react';
import { Shown } from './shown.ts';
import styles from './Tabs.module.css';

export interface TabItem {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

interface Props {
  /** Accessible name of the tab list. */
  label: string;
  items: TabItem[];
  /** Set both to control the selection from outside. */
  selected?: string;
  onSelect?: (id: string) => void;
  /** Content at the end of the tab row. */
  aside?: ReactNode;
  className?: string;
}

/** Tabs that follow the ARIA pattern: arrow keys, Home and End move the selection. Every panel is in the HTML. */
export function Tabs({ label, items, selected, onSelect, aside, className }: Props) {
  const base = useId();
  const isShown = useContext(Shown);
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(items[0]?.id);
  const wanted = selected ?? own;
  const current = items.some((item) => item.id === wanted) ? wanted : items[0]?.id;

  function select(id: string) {
    setOwn(id);
    onSelect?.(id);
  }

  function move(event: KeyboardEvent) {
    const at = items.findIndex((item) => item.id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + items.length) % items.length;
    const item = items[next];
    if (!item) return;
    select(item.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }

  return (
    <div className={clsx(styles.tabs, className)}>
      <div className={styles.row}>
        <div role="tablist" aria-label={label} className={styles.list} ref={list} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="tab"
              id={`${base}-tab-${item.id}`}
              aria-controls={`${base}-panel-${item.id}`}
              aria-selected={item.id === current}
              tabIndex={item.id === current ? 0 : -1}
              className={styles.tab}
              onClick={() => select(item.id)}
            >
              {item.label}
            </button>
          ))}
        </div>
        {aside}
      </div>
      {items.map((item) => (
        <div
          key={item.id}
          role="tabpanel"
          id={`${base}-panel-${item.id}`}
          aria-labelledby={`${base}-tab-${item.id}`}
          hidden={item.id !== current}
        >
          <Shown value={isShown && item.id === current}>{item.content}</Shown>
        </div>
      ))}
    </div>
  );
}

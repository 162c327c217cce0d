import Link from '@docusaurus/Link';
import {
  findFirstSidebarItemLink,
  isActiveSidebarItem,
  useDocSidebarItemsExpandedState,
} from '@docusaurus/plugin-content-docs/client';
import Translate, { translate } from '@docusaurus/Translate';
import { isSamePath } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/DocSidebarItem/Category';
import DocSidebarItems from '@theme/DocSidebarItems';
import { type MouseEvent, useEffect, useState } from 'react';
import { useInView } from '../use-in-view.ts';
import { chooseNear } from './choose-near.ts';

/**
 * A group of pages in the navigation: an API, a tag, a topic of the guides. Every page has the navigation in its HTML, so the
 * markup is minimal (src/css/navigation.css), and the pages of a collapsed group are rendered when it is opened.
 */
export default function DocSidebarItemCategory({ item, activePath, level, index, onItemClick }: Props) {
  const { label, href, items, collapsible } = item;
  const { lang } = (item.customProps ?? {}) as { lang?: string };
  const isActive = isActiveSidebarItem(item, activePath);
  const [open, setOpen] = useOpen({ collapsible, collapsed: item.collapsed, isActive, activePath, index });
  const [all, setAll] = useState(false);
  const isCurrent = href !== undefined && isSamePath(href, activePath);
  const ref = useInView(isCurrent);
  const active = items.findIndex((one) => isActiveSidebarItem(one, activePath));
  const shown = all || level === 1 ? items : chooseNear(items, active);
  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(!open);
  };
  return (
    <li>
      {href ? (
        <div>
          <Link
            ref={ref}
            to={href}
            lang={lang}
            aria-current={isCurrent ? 'page' : undefined}
            onClick={() => setOpen(true)}
          >
            {label}
          </Link>
          {collapsible && (
            <button type="button" aria-expanded={open} aria-label={toggleLabel(open, label)} onClick={toggle} />
          )}
        </div>
      ) : collapsible ? (
        // Without scripts it links to the group's first page.
        <Link
          to={findFirstSidebarItemLink(item) ?? '#'}
          role="button"
          lang={lang}
          aria-expanded={open}
          onClick={toggle}
        >
          {label}
        </Link>
      ) : (
        <span lang={lang}>{label}</span>
      )}
      {open && (
        <ul>
          <DocSidebarItems items={shown} activePath={activePath} level={level + 1} onItemClick={onItemClick} />
          {shown.length < items.length && <More item={item} onMore={() => setAll(true)} />}
        </ul>
      )}
    </li>
  );
}

/** Loads the rest of a long group; without scripts it links to the API's page, which lists everything. */
function More({ item, onMore }: { item: Props['item']; onMore: () => void }) {
  const show = (event: MouseEvent) => {
    event.preventDefault();
    onMore();
  };
  return (
    <li>
      <Link to={findFirstSidebarItemLink(item)?.replace(/\/[^/]+$/, '') ?? '#'} onClick={show}>
        <Translate id="theme.wholeGroup" values={{ count: String(item.items.length) }}>
          {'Mostrar todas as {count}'}
        </Translate>
      </Link>
    </li>
  );
}

interface Group {
  collapsible: boolean;
  collapsed: boolean;
  isActive: boolean;
  activePath: string;
  index: number;
}

/**
 * The open state of a group. The group of the current page opens by itself; opening one that is collapsed at first collapses its
 * siblings, while those of a short list are all open until the reader collapses them.
 */
function useOpen({ collapsible, collapsed, isActive, activePath, index }: Group) {
  const { expandedItem, setExpandedItem } = useDocSidebarItemsExpandedState();
  const [open, setOpen] = useState(!collapsible || isActive || !collapsed);

  function change(wanted: boolean) {
    if (!collapsible) return;
    if (collapsed) setExpandedItem(wanted ? index : null);
    setOpen(wanted);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the address opens it
  useEffect(() => {
    if (isActive && !open) change(true);
  }, [isActive, activePath]);

  useEffect(() => {
    if (collapsible && collapsed && expandedItem !== null && expandedItem !== index) setOpen(false);
  }, [collapsible, collapsed, expandedItem, index]);

  return [open, change] as const;
}

function toggleLabel(open: boolean, label: string): string {
  return open
    ? translate({ id: 'theme.closeGroup', message: 'Recolher {label}' }, { label })
    : translate({ id: 'theme.openGroup', message: 'Expandir {label}' }, { label });
}

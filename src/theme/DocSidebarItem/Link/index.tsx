import Link from '@docusaurus/Link';
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import type { Props } from '@theme/DocSidebarItem/Link';
import clsx from 'clsx';
import styles from './styles.module.css';

/** A page in the navigation; an operation carries its method. */
export default function DocSidebarItemLink({ item, activePath, onItemClick }: Props) {
  const active = isActiveSidebarItem(item, activePath);
  const { method, deprecated } = (item.customProps ?? {}) as { method?: string; deprecated?: boolean };
  return (
    <li className={clsx('menu__list-item', item.className)}>
      <Link
        to={item.href}
        className={clsx('menu__link', styles.link, active && 'menu__link--active')}
        aria-current={active ? 'page' : undefined}
        onClick={onItemClick ? () => onItemClick(item) : undefined}
      >
        {method && <MethodBadge method={method} compact />}
        <span className={deprecated ? styles.deprecated : undefined}>{item.label}</span>
      </Link>
    </li>
  );
}

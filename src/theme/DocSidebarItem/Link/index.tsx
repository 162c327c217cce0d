import Link from '@docusaurus/Link';
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import type { Props } from '@theme/DocSidebarItem/Link';

/** A page in the navigation; an operation shows its method. Styles are in src/css/navigation.css. */
export default function DocSidebarItemLink({ item, activePath, onItemClick }: Props) {
  const { method, deprecated } = (item.customProps ?? {}) as { method?: string; deprecated?: boolean };
  return (
    <li>
      <Link
        to={item.href}
        aria-current={isActiveSidebarItem(item, activePath) ? 'page' : undefined}
        onClick={onItemClick ? () => onItemClick(item) : undefined}
      >
        {method && <MethodBadge method={method} compact />}
        {deprecated ? <s>{item.label}</s> : item.label}
      </Link>
    </li>
  );
}

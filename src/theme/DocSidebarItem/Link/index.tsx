import Link from '@docusaurus/Link';
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import type { Props } from '@theme/DocSidebarItem/Link';

/** A page in the navigation; an operation shows its method. Styles are in src/css/navigation.css. */
export default function DocSidebarItemLink({ item, activePath, onItemClick }: Props) {
  const { method, deprecated, lang } = (item.customProps ?? {}) as {
    method?: string;
    deprecated?: boolean;
    lang?: string;
  };
  return (
    <li>
      <Link
        to={item.href}
        aria-current={isActiveSidebarItem(item, activePath) ? 'page' : undefined}
        onClick={onItemClick ? () => onItemClick(item) : undefined}
      >
        {method && <MethodBadge method={method} compact />}
        {deprecated ? <s lang={lang}>{item.label}</s> : lang ? <span lang={lang}>{item.label}</span> : item.label}
      </Link>
    </li>
  );
}

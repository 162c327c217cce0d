import Link from '@docusaurus/Link';
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import type { Props } from '@theme/DocSidebarItem/Link';
import { useInView } from '../use-in-view.ts';

/** A page in the navigation; an operation shows its method. Styles are in src/css/navigation.css. */
export default function DocSidebarItemLink({ item, activePath, onItemClick }: Props) {
  const { method, deprecated, lang } = (item.customProps ?? {}) as {
    method?: string;
    deprecated?: boolean;
    lang?: string;
  };
  const isCurrent = isActiveSidebarItem(item, activePath);
  const ref = useInView(isCurrent);
  return (
    <li>
      <Link
        ref={ref}
        to={item.href}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onItemClick ? () => onItemClick(item) : undefined}
      >
        {method && <MethodBadge method={method} compact />}
        {lang ? <span lang={lang}>{item.label}</span> : item.label}
        {deprecated && (
          <small>
            <Translate id="reference.deprecated.operation">obsoleta</Translate>
          </small>
        )}
      </Link>
    </li>
  );
}

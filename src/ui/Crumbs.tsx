import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './Crumbs.module.css';

interface Crumb {
  /** A group may have no page of its own. */
  to?: string | undefined;
  text: ReactNode;
}

/** The pages that a page is below, above its title. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className={styles.crumbs} aria-label={translate({ id: 'ui.crumbs', message: 'Onde você está' })}>
      <ol>
        {crumbs.map(({ to, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: those of another page are others
          <li key={index}>{to === undefined ? text : <Link to={to}>{text}</Link>}</li>
        ))}
      </ol>
    </nav>
  );
}

import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import styles from './Crumb.module.css';

/** A link above the page's title to its parent page. */
export function Crumb({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p className={styles.crumb}>
      <Link to={to}>{children}</Link>
    </p>
  );
}

import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import styles from './Crumb.module.css';

/** Above a page's title, the page that it belongs to. */
export function Crumb({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p className={styles.crumb}>
      <Link to={to}>{children}</Link>
    </p>
  );
}

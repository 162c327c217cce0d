import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './PageLines.module.css';

interface PageLine {
  slug: string;
  method: string;
  /** Its path, or what it has in place of one. */
  code: string;
  title: ReactNode;
  deprecated?: boolean;
}

/** Operations, webhooks or callbacks of an API, a line each that leads to its page. */
export function PageLines({ api, lines, className }: { api: string; lines: PageLine[]; className?: string }) {
  return (
    <ul className={clsx(styles.lines, className)}>
      {lines.map(({ slug, method, code, title, deprecated }) => (
        <li key={slug}>
          <Link to={`/reference/${api}/${slug}`}>
            <MethodBadge method={method} />
            <span className={styles.title}>
              {title}
              {deprecated && (
                <small>
                  <Translate id="reference.deprecated.operation">obsoleta</Translate>
                </small>
              )}
            </span>
            <code translate="no">{code}</code>
          </Link>
        </li>
      ))}
    </ul>
  );
}

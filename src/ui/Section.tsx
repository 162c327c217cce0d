import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** A section of a page with a heading that can be linked to. */
export function Section({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>
          <a href={`#${id}`}>{title}</a>
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

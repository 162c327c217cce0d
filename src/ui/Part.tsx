import { type ReactNode, useId } from 'react';
import styles from './Part.module.css';

interface Props {
  title?: ReactNode;
  isBusy?: boolean;
  children: ReactNode;
}

/** A section of a page, below a horizontal rule. */
export function Part({ title, isBusy, children }: Props) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={title ? id : undefined} aria-busy={isBusy}>
      {title && <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}

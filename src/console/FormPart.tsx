import type { ReactNode } from 'react';
import styles from './FormPart.module.css';

interface Props {
  title: ReactNode;
  /** The control that the title labels; without it, the part is a group of controls. */
  htmlFor?: string;
  /** Content at the end of the title's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A section of the console's form. */
export function FormPart({ title, htmlFor, aside, children }: Props) {
  const beside = aside && <span className={styles.aside}>{aside}</span>;
  if (htmlFor) {
    return (
      <div className={styles.part}>
        <div className={styles.head}>
          <label htmlFor={htmlFor}>{title}</label>
          {beside}
        </div>
        {children}
      </div>
    );
  }
  return (
    <fieldset className={styles.part}>
      <legend className={styles.head}>
        <span>{title}</span>
        {beside}
      </legend>
      {children}
    </fieldset>
  );
}

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import styles from './Control.module.css';

/** A line to write in. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={clsx(styles.control, className)} {...rest} />;
}

/** A list to choose from. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={clsx(styles.control, className)} {...rest} />;
}

/** Room to write several lines in. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={clsx(styles.control, styles.area, className)} {...rest} />;
}

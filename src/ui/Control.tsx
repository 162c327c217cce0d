import clsx from 'clsx';
import type { ComponentProps } from 'react';
import styles from './Control.module.css';

/** A styled `input`. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={clsx(styles.control, className)} {...rest} />;
}

/** A styled `select`. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={clsx(styles.control, className)} {...rest} />;
}

/** A styled `textarea`. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={clsx(styles.control, styles.area, className)} {...rest} />;
}

import Link from '@docusaurus/Link';
import clsx from 'clsx';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

interface Look {
  /** `primary` at most once per view; `plain` inside dense rows. */
  variant?: 'primary' | 'quiet' | 'plain';
  size?: 'small' | 'medium' | 'large';
  children: ReactNode;
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> };

/** A button that performs an action on this page. Use ButtonLink to navigate. */
export function Button({ variant = 'quiet', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={clsx(styles.button, styles[variant], styles[size], className)} {...rest} />;
}

/** A link styled as a button. */
export function ButtonLink({
  variant = 'quiet',
  size = 'medium',
  className,
  to,
  ...rest
}: Look & { to: string; className?: string }) {
  return <Link to={to} className={clsx(styles.button, styles[variant], styles[size], className)} {...rest} />;
}

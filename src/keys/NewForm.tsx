import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './Keys.module.css';

interface Props {
  /** Of the form, and of the button that opens it. */
  title: ReactNode;
  isOpen: boolean;
  mayOpen: boolean;
  /** `quiet` where something else comes first. */
  variant: 'primary' | 'quiet';
  onOpen: () => void;
  children: ReactNode;
}

/** A form for something new, or the button that opens it. */
export function NewForm({ title, isOpen, mayOpen, variant, onOpen, children }: Props) {
  if (isOpen) {
    return (
      <section className={styles.form}>
        <h2>{title}</h2>
        {children}
      </section>
    );
  }
  if (!mayOpen) return null;
  return (
    <div>
      <Button variant={variant} onClick={onOpen}>
        {title}
      </Button>
    </div>
  );
}

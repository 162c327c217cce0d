import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './Keys.module.css';

interface Props {
  /** Title of the form and label of the button that opens it. */
  title: ReactNode;
  isOpen: boolean;
  mayOpen: boolean;
  /** `quiet` if it is not the main action. */
  variant: 'primary' | 'quiet';
  onOpen: () => void;
  children: ReactNode;
}

/** A form to create something, or the button that opens it. */
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

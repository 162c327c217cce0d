import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

/** Attributes that connect a control to its label, hint and error for screen readers. */
interface ControlProps {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A labelled control with a hint and an error message. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={clsx(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        ...(error && { 'aria-invalid': true }),
        ...(described && { 'aria-describedby': described }),
      })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Fields side by side, with their buttons. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

interface SetProps {
  legend: ReactNode;
  error?: ReactNode;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** A group of controls that answer one question. */
export function FieldSet({ legend, error, disabled, className, children }: SetProps) {
  const id = useId();
  return (
    <fieldset
      disabled={disabled}
      className={className}
      {...(error && { tabIndex: -1, 'data-invalid': true, 'aria-describedby': id })}
    >
      <legend className={styles.label}>{legend}</legend>
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}

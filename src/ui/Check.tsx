import type { ReactNode } from 'react';
import styles from './Check.module.css';

interface Props {
  type?: 'checkbox' | 'radio';
  /** Radio buttons with the same name form one group. */
  name?: string;
  checked: boolean;
  /** Shows the indeterminate state: only some of the items are selected. */
  isPartial?: boolean;
  disabled?: boolean;
  /** Accessible name, for a box without visible text. */
  label?: string;
  onChange: (wanted: boolean) => void;
  children?: ReactNode;
}

/** A checkbox or a radio button. */
export function Check({ type = 'checkbox', isPartial = false, label, onChange, children, ...input }: Props) {
  return (
    <label className={styles.check}>
      <input
        {...input}
        type={type}
        aria-label={label}
        ref={(box) => {
          if (box) box.indeterminate = isPartial;
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}

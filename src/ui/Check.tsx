import type { ReactNode } from 'react';
import styles from './Check.module.css';

interface Props {
  type?: 'checkbox' | 'radio';
  /** Radios of one name are one choice. */
  name?: string;
  checked: boolean;
  /** Half ticked: only some of what it stands for is chosen. */
  isPartial?: boolean;
  disabled?: boolean;
  /** Names the box where no text beside it does. */
  label?: string;
  onChange: (wanted: boolean) => void;
  children?: ReactNode;
}

/** A box to tick, or one of several to choose from. */
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

import type { ReactNode } from 'react';
import styles from './ScopeTree.module.css';
import type { Chosen } from './scope-choice.ts';

interface Props {
  chosen: Chosen;
  /** Names the box where no text beside it does. */
  label?: string;
  disabled?: boolean;
  onChange: (wanted: boolean) => void;
  children?: ReactNode;
}

/** A box to tick; half ticked when only some of what it stands for is chosen. */
export function ScopeCheck({ chosen, label, disabled, onChange, children }: Props) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        aria-label={label}
        checked={chosen === 'all'}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = chosen === 'some';
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}

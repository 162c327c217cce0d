import Translate from '@docusaurus/Translate';
import { useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './People.module.css';

/** A field of a form, in the terms that browsers and password managers understand. */
export interface FieldLine {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  value?: string;
}

/** A labelled field with its hint and its error; a password can be shown. */
export function FormField({ name, label, type, autoComplete, hint, value, error }: FieldLine & { error?: string }) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.input}>
        <input
          id={id}
          name={name}
          type={isShown ? 'text' : type}
          defaultValue={value}
          autoComplete={autoComplete}
          autoCapitalize={type === 'text' ? undefined : 'none'}
          spellCheck={type === 'text' ? undefined : false}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        {type === 'password' && (
          <Button size="small" variant="plain" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            <Translate id="people.showPassword">Mostrar</Translate>
          </Button>
        )}
      </span>
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

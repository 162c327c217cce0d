import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';
import styles from './FormField.module.css';

/** A form field, with the attributes that browsers and password managers understand. */
export interface FieldLine {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  value?: string;
}

/** A labelled field with its hint and error; a password can be revealed. */
export function FormField({ name, label, type, autoComplete, hint, value, error }: FieldLine & { error?: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className={styles.input}>
          <Input
            {...control}
            name={name}
            type={isShown ? 'text' : type}
            defaultValue={value}
            autoComplete={autoComplete}
            autoCapitalize={type === 'text' ? undefined : 'none'}
            spellCheck={type === 'text' ? undefined : false}
            required
          />
          {type === 'password' && (
            <Button size="small" variant="plain" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              <Translate id="people.showPassword">Mostrar</Translate>
            </Button>
          )}
        </span>
      )}
    </Field>
  );
}

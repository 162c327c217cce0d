import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Input } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';
import form from './Form.module.css';

interface Props {
  hint: ReactNode;
  error: string | undefined;
  value: string;
  onChange: (name: string) => void;
}

/** The name of a key or client. */
export function NameField({ hint, error, value, onChange }: Props) {
  return (
    <Field className={form.short} label={<Translate id="keys.form.name">Nome</Translate>} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          maxLength={100}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

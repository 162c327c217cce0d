import Translate, { translate } from '@docusaurus/Translate';
import { useId, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { Input, Select, TextArea } from '../ui/Control.tsx';
import type { ParameterInput } from './parameter-input.ts';
import styles from './ValueInput.module.css';

interface ValueProps {
  id?: string;
  input: ParameterInput;
  value: string;
  invalid?: boolean;
  describedBy?: string | undefined;
  label?: string;
  suggestions?: string[];
  onChange: (value: string) => void;
}

/** The control for one value. Numbers are text too: the sandbox rejects an invalid one. */
export function ValueInput({ id, input, value, invalid, describedBy, label, suggestions = [], onChange }: ValueProps) {
  const listId = useId();
  const common = {
    id,
    value,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-label': label,
  };
  if (input.kind === 'choice') {
    const choices = input.choices ?? [];
    const all = choices.includes(value) ? choices : [value, ...choices];
    return (
      <Select {...common} onChange={({ target }) => onChange(target.value)}>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    );
  }
  if (input.kind === 'json') {
    return <TextArea {...common} rows={3} spellCheck={false} onChange={({ target }) => onChange(target.value)} />;
  }
  return (
    <>
      <Input
        {...common}
        className={styles.line}
        type={input.secret ? 'password' : 'text'}
        inputMode={input.kind === 'number' ? 'decimal' : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        list={suggestions.length > 0 ? listId : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}

interface ListProps extends Omit<ValueProps, 'value' | 'onChange' | 'label' | 'suggestions'> {
  name: string;
  values: string[];
  onChange: (values: string[]) => void;
}

/** One row per item of a list. */
export function ListInput({ name, input, values, onChange, ...rest }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const item = input.item ?? { kind: 'text' };

  function add() {
    onChange([...values, item.choices?.[0] ?? '']);
    requestAnimationFrame(() => {
      const controls = list.current?.querySelectorAll<HTMLElement>('input, select');
      controls?.[controls.length - 1]?.focus();
    });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: screen readers would announce a fieldset inside each field twice
    <div ref={list} role="group" aria-label={name} className={styles.list}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity besides their position
        <div key={index} className={styles.listRow}>
          <ValueInput
            {...rest}
            id={undefined}
            input={item}
            value={value}
            label={`${name} ${index + 1}`}
            onChange={(changed) => onChange(values.with(index, changed))}
          />
          <Button
            variant="plain"
            size="small"
            onClick={() => onChange(values.toSpliced(index, 1))}
            aria-label={translate(
              { id: 'console.list.remove', message: 'Remover {name} {number}' },
              { name, number: index + 1 },
            )}
          >
            ×
          </Button>
        </div>
      ))}
      <Button variant="plain" size="small" onClick={add}>
        <Translate id="console.list.add">+ item</Translate>
      </Button>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { Input } from './Control.tsx';
import { Field } from './Field.tsx';

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  type?: 'search' | 'text';
  className?: string;
  onCommit: (value: string) => void;
}

const PAUSE_MS = 350;

/** A text field that commits its value when the person pauses. */
export function SearchField({ label, value, placeholder, type = 'search', className, onCommit }: Props) {
  const [text, setText] = useState(value);
  const [committed, setCommitted] = useState(value);
  if (value !== committed) {
    setCommitted(value);
    setText(value);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing restarts the pause
  useEffect(() => {
    if (text.trim() === committed) return;
    const timer = setTimeout(commit, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  function commit() {
    if (text.trim() === committed) return;
    setCommitted(text.trim());
    onCommit(text.trim());
  }

  return (
    <Field label={label} className={className}>
      {(control) => (
        <Input
          {...control}
          type={type}
          value={text}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => key === 'Enter' && commit()}
        />
      )}
    </Field>
  );
}

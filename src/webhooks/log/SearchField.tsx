import { useEffect, useId, useState } from 'react';

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  type?: 'search' | 'text';
  onCommit: (value: string) => void;
}

const PAUSE_MS = 350;

/** A field of text that is searched for when its writer pauses. */
export function SearchField({ label, value, placeholder, type = 'search', onCommit }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [committed, setCommitted] = useState(value);
  if (value !== committed) {
    setCommitted(value);
    setText(value);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is written starts the pause anew
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
    <span>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </span>
  );
}

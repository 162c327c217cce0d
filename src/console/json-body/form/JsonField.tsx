import { useState } from 'react';
import { parseExactly } from '../../../../wire/exact-json.ts';
import { TextArea } from '../../../ui/Control.tsx';

interface Props {
  value: unknown;
  label: string;
  onChange: (value: unknown) => void;
}

/** A value of which the document says too little for a form, as JSON; what is no JSON yet changes nothing. */
export function JsonField({ value, label, onChange }: Props) {
  const [typed, setTyped] = useState<string>();
  const own = value === undefined ? '' : (JSON.stringify(value, undefined, 2) ?? '');
  const read = typed === undefined ? undefined : parse(typed);
  const isOwn = typed === undefined || (read !== undefined && JSON.stringify(read.value) !== JSON.stringify(value));
  return (
    <TextArea
      rows={3}
      spellCheck={false}
      aria-label={label}
      aria-invalid={(typed !== undefined && !read) || undefined}
      value={isOwn ? own : typed}
      onChange={({ target }) => {
        setTyped(target.value);
        const changed = parse(target.value);
        if (changed) onChange(changed.value);
      }}
    />
  );
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: parseExactly(text) };
  } catch {
    return undefined;
  }
}

import type { ComponentProps } from 'react';
import { Input } from '../ui/Control.tsx';

interface Props extends Omit<ComponentProps<typeof Input>, 'onChange' | 'value'> {
  value: string;
  onType: (key: string) => void;
}

/** A masked field for a key, which the browser neither completes nor checks; spaces around what was pasted are left out. */
export function KeyInput({ onType, ...control }: Props) {
  return (
    <Input
      {...control}
      type="password"
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => onType(target.value.trim())}
    />
  );
}

import { useState } from 'react';
import { parseExactly } from '../../../../wire/exact-json.ts';
import { ValueInput } from '../../ValueInput.tsx';
import type { ValueKind } from './value-kind.ts';

interface Props {
  id: string;
  kind: ValueKind & { kind: 'text' | 'number' | 'choice' };
  value: unknown;
  isInvalid: boolean;
  describedBy: string | undefined;
  label?: string;
  onChange: (value: unknown) => void;
}

/** One control for one value. A number stays a text as long as it is none. */
export function ScalarField({ id, kind, value, isInvalid, describedBy, label, onChange }: Props) {
  const [typed, setTyped] = useState<string>();
  const own =
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  // What was typed says more than its value (`1.`), until this is changed elsewhere.
  const text = typed !== undefined && sameValue(valueOfText(typed, kind), value) ? typed : own;
  const choices = kind.kind === 'choice' ? kind.choices.map(String) : undefined;
  return (
    <ValueInput
      id={id}
      input={{ kind: kind.kind, ...(choices && { choices: value === undefined ? ['', ...choices] : choices }) }}
      value={text}
      invalid={isInvalid}
      describedBy={describedBy}
      {...(label !== undefined && { label })}
      onChange={(changed) => {
        setTyped(changed);
        onChange(valueOfText(changed, kind));
      }}
    />
  );
}

function valueOfText(text: string, kind: ValueKind): unknown {
  if (kind.kind === 'choice') return kind.choices.find((choice) => String(choice) === text) ?? text;
  const isNumber = kind.kind === 'number' && /^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text.trim());
  return isNumber
    ? parseExactly(
        text
          .trim()
          .replace(/\.$/, '')
          .replace(/^(-?)0+(?=\d)/, '$1'),
      )
    : text;
}

function sameValue(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);
}

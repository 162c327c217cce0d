import { translate } from '@docusaurus/Translate';
import { Select } from './Control.tsx';
import { Field } from './Field.tsx';

interface Props {
  label: string;
  value: string | undefined;
  options: [value: string, label: string][];
  className?: string;
  onChange: (value: string) => void;
}

/** A filter with the choices that there are; the first of them filters nothing. */
export function ChoiceField({ label, value = '', options, className, onChange }: Props) {
  // A value from the address is shown even if it is not an option, such as a deleted endpoint.
  const isUnknown = value !== '' && !options.some(([option]) => option === value);
  return (
    <Field label={label} className={className}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{translate({ id: 'webhooks.filter.any', message: 'Qualquer' })}</option>
          {isUnknown && <option value={value}>{value}</option>}
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { localValue } from '../../format/format-time.ts';
import { numberFormat } from '../../format/formatters.ts';
import { Input, Select } from '../../ui/Control.tsx';
import { Field } from '../../ui/Field.tsx';
import { type Expiry, spans } from './expiry.ts';

interface Props {
  expiry: Expiry;
  error?: string;
  onChange: (expiry: Expiry) => void;
}

/** When a key expires. */
export function ExpiryField({ expiry, error, onChange }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const days = numberFormat(currentLocale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const isMoment = expiry.kind === 'moment';

  function choose(value: string) {
    if (value === 'never') onChange({ kind: 'never' });
    else if (value === 'moment') onChange({ kind: 'moment', local: localValue(Date.now() + 30 * 86_400_000) });
    else onChange({ kind: 'days', days: Number(value) });
  }

  return (
    <>
      <Field label={<Translate id="keys.form.expiry">Validade</Translate>} error={isMoment ? undefined : error}>
        {(control) => (
          <Select
            {...control}
            value={expiry.kind === 'days' ? expiry.days : expiry.kind}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="never">{translate({ id: 'keys.form.expiry.never', message: 'Não expira' })}</option>
            {spans.map((span) => (
              <option key={span} value={span}>
                {days.format(span)}
              </option>
            ))}
            <option value="moment">{translate({ id: 'keys.form.expiry.moment', message: 'Em uma data…' })}</option>
          </Select>
        )}
      </Field>
      {isMoment && (
        <Field label={<Translate id="keys.form.expiry.until">Expira em</Translate>} error={error}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={expiry.local}
              onChange={({ target }) => onChange({ kind: 'moment', local: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

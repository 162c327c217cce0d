import { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import { FieldSet } from '../ui/Field.tsx';
import { periodText } from './grouping-texts.ts';
import styles from './PeriodSwitch.module.css';
import { type Period, periods } from './usage-query.ts';

interface Props {
  period: Period;
  onChange: (period: Period) => void;
}

/** The period that is counted, up to now: radio buttons, side by side. */
export function PeriodSwitch({ period, onChange }: Props) {
  const name = useId();
  return (
    <FieldSet legend={translate({ id: 'usage.period', message: 'Período até agora' })}>
      <div className={styles.periods}>
        {periods.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === period} onChange={() => onChange(one)} />
            {periodText(one)}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

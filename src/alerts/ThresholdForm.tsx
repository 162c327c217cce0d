import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useState } from 'react';
import type { AlertRule } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Control.tsx';
import styles from './Alerts.module.css';
import { kindTexts, sentThreshold, shownThreshold } from './kind-texts.ts';

interface Props {
  rule: AlertRule;
  name: string;
  disabled: boolean;
  onSave: (threshold: number) => void;
}

/** The threshold of a rule, in its unit; the button to save it appears once it was changed. */
export function ThresholdForm({ rule: { kind, threshold }, name, disabled, onSave }: Props) {
  const [shown, setShown] = useState(String(shownThreshold(kind, threshold)));
  const { unit } = kindTexts()[kind];
  const isChanged = shown !== '' && sentThreshold(kind, Number(shown)) !== threshold;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isChanged) onSave(sentThreshold(kind, Number(shown)));
  }

  return (
    <form className={styles.threshold} onSubmit={submit}>
      <Input
        type="number"
        step="any"
        min={0}
        required
        className={styles.number}
        aria-label={translate(
          { id: 'alerts.threshold.label', message: 'Limite da regra {name}, em {unit}' },
          { name, unit },
        )}
        value={shown}
        disabled={disabled}
        onChange={({ target }) => setShown(target.value)}
      />
      <span>{unit}</span>
      {isChanged && (
        <Button type="submit" size="small" disabled={disabled}>
          <Translate id="alerts.threshold.save">Salvar</Translate>
        </Button>
      )}
    </form>
  );
}

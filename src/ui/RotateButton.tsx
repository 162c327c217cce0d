import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useId, useState } from 'react';
import { Check } from './Check.tsx';
import { ConfirmButton } from './ConfirmButton.tsx';
import { FieldSet } from './Field.tsx';
import styles from './RotateButton.module.css';

interface Props {
  label: ReactNode;
  heading: ReactNode;
  /** What happens, and what to do while both secrets are valid. */
  text: ReactNode;
  disabled: boolean;
  onRotate: (overlapSeconds: number) => void;
}

const day = 86_400;

/** Replaces a secret. The dialog asks how long the old one remains valid. */
export function RotateButton({ label, heading, text, disabled, onRotate }: Props) {
  const name = useId();
  const [overlap, setOverlap] = useState(day);
  const choices = [
    [day, translate({ id: 'ui.rotate.day', message: '24 horas' })],
    [7 * day, translate({ id: 'ui.rotate.week', message: '7 dias' })],
    [3_600, translate({ id: 'ui.rotate.hour', message: '1 hora' })],
    [0, translate({ id: 'ui.rotate.now', message: 'Expira agora' })],
  ] as const;
  return (
    <ConfirmButton
      size="small"
      disabled={disabled}
      label={label}
      question={heading}
      consequence={text}
      action={<Translate id="ui.rotate">Trocar</Translate>}
      onConfirm={() => onRotate(overlap)}
    >
      <FieldSet
        className={styles.choices}
        legend={<Translate id="ui.rotate.overlap">Por quanto tempo o segredo anterior continua válido?</Translate>}
      >
        {choices.map(([seconds, choice]) => (
          <Check
            key={seconds}
            type="radio"
            name={name}
            checked={overlap === seconds}
            onChange={() => setOverlap(seconds)}
          >
            {choice}
          </Check>
        ))}
      </FieldSet>
    </ConfirmButton>
  );
}

import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DialogButton } from '../ui/DialogButton.tsx';
import styles from './RotateButton.module.css';

interface Props {
  /** What the button says. */
  label: ReactNode;
  heading: ReactNode;
  /** What happens, and what to do during the overlap. */
  text: ReactNode;
  disabled: boolean;
  onRotate: (overlapSeconds: number) => void;
}

const day = 86_400;

/** Puts a new secret in the place of one, after the question for how long the old one still holds. */
export function RotateButton({ label, heading, text, disabled, onRotate }: Props) {
  const name = useId();
  const [overlap, setOverlap] = useState(day);
  const choices = [
    [day, translate({ id: 'keys.rotate.day', message: 'Mais 24 horas' })],
    [7 * day, translate({ id: 'keys.rotate.week', message: 'Mais 7 dias' })],
    [3_600, translate({ id: 'keys.rotate.hour', message: 'Mais 1 hora' })],
    [0, translate({ id: 'keys.rotate.now', message: 'Acaba agora' })],
  ] as const;
  return (
    <DialogButton size="small" disabled={disabled} label={label} heading={heading}>
      {(close) => (
        <>
          <p>{text}</p>
          <fieldset className={styles.choices}>
            <legend>
              <Translate id="keys.rotate.overlap">Por quanto tempo o segredo anterior ainda vale?</Translate>
            </legend>
            {choices.map(([seconds, choice]) => (
              <label key={seconds}>
                <input type="radio" name={name} checked={overlap === seconds} onChange={() => setOverlap(seconds)} />
                {choice}
              </label>
            ))}
          </fieldset>
          <div className={styles.actions}>
            <Button onClick={close}>
              <Translate id="ui.cancel">Cancelar</Translate>
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                close();
                onRotate(overlap);
              }}
            >
              <Translate id="keys.rotate.action">Trocar</Translate>
            </Button>
          </div>
        </>
      )}
    </DialogButton>
  );
}

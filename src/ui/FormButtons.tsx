import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ButtonRow } from './ButtonRow.tsx';

interface Props {
  /** What sending the form does. */
  children: ReactNode;
  disabled: boolean;
  /** Without it, there is nothing to go back to. */
  onCancel?: () => void;
}

/** The end of a form: a button that sends it, and one that leaves things as they are. */
export function FormButtons({ children, disabled, onCancel }: Props) {
  return (
    <ButtonRow>
      <Button type="submit" variant="primary" disabled={disabled}>
        {children}
      </Button>
      {onCancel && (
        <Button variant="plain" onClick={onCancel}>
          <Translate id="ui.cancel">Cancelar</Translate>
        </Button>
      )}
    </ButtonRow>
  );
}

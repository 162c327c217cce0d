import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ButtonRow } from './ButtonRow.tsx';

interface Props {
  /** Label of the submit button. */
  children: ReactNode;
  disabled: boolean;
  /** Without it there is no cancel button. */
  onCancel?: () => void;
}

/** The submit and cancel buttons of a form. */
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

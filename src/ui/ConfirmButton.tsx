import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ButtonRow } from './ButtonRow.tsx';
import { DialogButton } from './DialogButton.tsx';

interface Props {
  /** What the button says. */
  label: ReactNode;
  /** The question, in a few words. */
  question: ReactNode;
  /** What will be lost, and what will not. */
  consequence: ReactNode;
  /** What the button that does it says. */
  action: ReactNode;
  onConfirm: () => void;
  disabled?: boolean;
  size?: 'small' | 'medium';
  /** What is to be chosen before; the focus begins there. */
  children?: ReactNode;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({ question, consequence, action, onConfirm, children, ...button }: Props) {
  return (
    <DialogButton heading={question} {...button}>
      {(close) => (
        <>
          <p>{consequence}</p>
          {children}
          <ButtonRow align="end">
            <Button autoFocus={!children} onClick={close}>
              <Translate id="ui.cancel">Cancelar</Translate>
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {action}
            </Button>
          </ButtonRow>
        </>
      )}
    </DialogButton>
  );
}

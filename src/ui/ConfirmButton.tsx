import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ButtonRow } from './ButtonRow.tsx';
import { DialogButton } from './DialogButton.tsx';

interface Props {
  label: ReactNode;
  /** The question, in a few words; also the dialog's heading. */
  question: ReactNode;
  /** What will be lost, and what will not. */
  consequence: ReactNode;
  /** Label of the confirming button. */
  action: ReactNode;
  onConfirm: () => void;
  disabled?: boolean;
  size?: 'small' | 'medium';
  /** Input that the person must give first; it receives the focus. */
  children?: ReactNode;
}

/** A button for an action that cannot be undone: it asks for confirmation first. */
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

import Translate from '@docusaurus/Translate';
import { type ReactNode, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './ConfirmButton.module.css';

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
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({ label, question, consequence, action, onConfirm, disabled, size }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  return (
    <>
      <Button size={size} disabled={disabled} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading}>
        <h2 id={heading}>{question}</h2>
        <p>{consequence}</p>
        <div className={styles.actions}>
          <Button autoFocus onClick={() => dialog.current?.close()}>
            <Translate id="ui.cancel">Cancelar</Translate>
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </div>
      </dialog>
    </>
  );
}

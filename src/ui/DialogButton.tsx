import { type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button.tsx';
import styles from './DialogButton.module.css';

interface Props {
  label: ReactNode;
  heading: ReactNode;
  /** The dialog's content; mounted only while the dialog is open. */
  children: (close: () => void) => ReactNode;
  onOpen?: () => void;
  disabled?: boolean;
  size?: 'small' | 'medium';
  variant?: 'quiet' | 'plain';
}

/** A button that opens a modal dialog. Escape closes it, and the focus returns to the button. */
export function DialogButton({ label, heading, children, onOpen, disabled, size, variant }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();

  function open() {
    onOpen?.();
    // showModal() looks for the element to focus, so the content must be rendered before.
    flushSync(() => setOpen(true));
    dialog.current?.showModal();
  }

  return (
    <>
      <Button size={size} variant={variant} disabled={disabled} aria-haspopup="dialog" onClick={open}>
        {label}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={() => setOpen(false)}>
        <h2 id={id}>{heading}</h2>
        {isOpen && children(() => dialog.current?.close())}
      </dialog>
    </>
  );
}

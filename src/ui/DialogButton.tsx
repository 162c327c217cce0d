import { type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button.tsx';
import styles from './DialogButton.module.css';

interface Props {
  /** What the button says. */
  label: ReactNode;
  heading: ReactNode;
  /** What the dialog holds while it is open. */
  children: (close: () => void) => ReactNode;
  onOpen?: () => void;
  disabled?: boolean;
  size?: 'small' | 'medium';
  variant?: 'quiet' | 'plain';
}

/** A button that opens a dialog over the page. Escape closes it, and the focus comes back to the button. */
export function DialogButton({ label, heading, children, onOpen, disabled, size, variant }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();

  function open() {
    onOpen?.();
    // The dialog looks for what to focus at the moment in which it opens.
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

import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './ConsoleFrame.module.css';

interface Props {
  isWide: boolean;
  /** Escape, or a link to a place of the page. */
  onDock: () => void;
  children: ReactNode;
}

/**
 * Holds the console beside the page, or before it in a dialog. It is one element that moves, so that nothing of what was typed and
 * received is lost.
 */
export function ConsoleFrame({ isWide, onDock, children }: Props) {
  const [node] = useState(() => document.createElement('div'));
  const dock = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const held = document.activeElement;
    const focused = held instanceof HTMLElement && node.contains(held) ? held : undefined;
    if (isWide) {
      dialog.current?.append(node);
      if (!dialog.current?.open) dialog.current?.showModal();
      node.querySelector<HTMLElement>('button[type="submit"]')?.focus();
    } else {
      dialog.current?.close();
      dock.current?.append(node);
    }
    focused?.focus({ preventScroll: true });
  }, [isWide, node]);

  // What a link of this page leads to is behind.
  const place = useLocation();
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (!place.hash.startsWith('#try')) onDock();
  });

  return (
    <>
      <div ref={dock} />
      <dialog
        ref={dialog}
        className={styles.wide}
        aria-label={translate({ id: 'reference.console', message: 'Console' })}
        onCancel={(event) => {
          // A file input that is left without a file says the same.
          if (event.target !== event.currentTarget) return;
          // Closed by the browser, the dialog would take the focus with it.
          event.preventDefault();
          onDock();
        }}
        onClose={onDock}
      >
        {createPortal(children, node)}
      </dialog>
    </>
  );
}

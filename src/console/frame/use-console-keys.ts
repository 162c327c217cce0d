import { type RefObject, useEffect, useRef } from 'react';

interface Keys {
  onSend: () => void;
  onWiden: () => void;
}

/** Ctrl+Enter sends from anywhere on the page, Alt+Enter widens; other forms and dialogs keep their keys. */
export function useConsoleKeys(own: RefObject<HTMLElement | null>, keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    function follow(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.defaultPrevented || event.repeat || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : undefined;
      const isOwn = target !== undefined && own.current?.contains(target);
      const modal = document.querySelector('dialog:modal');
      const isBehind = modal !== null && !modal.contains(own.current);
      if (!isOwn && (target?.closest('form, dialog') || isBehind)) return;
      const isSend = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!isSend && !(event.altKey && !event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      if (isSend) latest.current.onSend();
      else latest.current.onWiden();
    }
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, [own]);
}

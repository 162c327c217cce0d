import { type KeyboardEvent, useEffect, useId, useState } from 'react';

/**
 * Keyboard navigation through a listbox while the focus stays in the field above it. An option stays active while others come before it;
 * in the place of one that is gone is the next.
 */
export function useOptions(keys: string[], resetBy: string) {
  const listId = useId();
  const [active, setActive] = useState<{ index: number; key: string | undefined }>({ index: 0, key: undefined });
  const count = keys.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its first option
  useEffect(() => setActive({ index: 0, key: undefined }), [resetBy]);

  const idOf = (index: number) => `${listId}-${index}`;
  const found = active.key === undefined ? -1 : keys.indexOf(active.key);
  const current = found < 0 ? Math.min(active.index, count - 1) : found;
  const activate = (index: number) => setActive({ index, key: keys[index] });

  function move(to: number): void {
    const next = (to + count) % count;
    activate(next);
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
  }

  /** Handles a key; returns whether it moved the selection or chose an option. */
  function onKey(event: KeyboardEvent): boolean {
    if (count === 0 || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Enter') {
      const { ctrlKey, metaKey, shiftKey } = event;
      // The option is a link: modifier keys decide whether it opens here or in a new tab.
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
      document.getElementById(idOf(current))?.dispatchEvent(click);
    } else return false;
    event.preventDefault();
    return true;
  }

  return { listId, idOf, active: current, setActive: activate, onKey };
}

import { type KeyboardEvent, useEffect, useId, useState } from 'react';

/** Keyboard navigation through a listbox while the focus stays in the field above it. */
export function useOptions(count: number, resetBy: string) {
  const listId = useId();
  const [active, setActive] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its first option
  useEffect(() => setActive(0), [resetBy]);

  const idOf = (index: number) => `${listId}-${index}`;
  const current = Math.min(active, count - 1);

  function move(to: number): void {
    const next = (to + count) % count;
    setActive(next);
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

  return { listId, idOf, active: current, setActive, onKey };
}

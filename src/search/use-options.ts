import { type KeyboardEvent, useEffect, useId, useState } from 'react';

/** Moves among the options of a listbox while the focus stays in the field above it. */
export function useOptions(count: number, resetBy: string) {
  const listId = useId();
  const [active, setActive] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its first option
  useEffect(() => setActive(0), [resetBy]);

  const idOf = (index: number) => `${listId}-${index}`;
  const current = Math.min(active, count - 1);

  function move(to: number): void {
    const next = (to + count) % count;
    setActive(next);
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
  }

  /** Whether the key was one that moves or chooses. */
  function onKey(event: KeyboardEvent): boolean {
    if (count === 0 || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Enter') {
      const { ctrlKey, metaKey, shiftKey } = event;
      // The option is a link: how it opens, here or in another tab, is up to the keys that are held.
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
      document.getElementById(idOf(current))?.dispatchEvent(click);
    } else return false;
    event.preventDefault();
    return true;
  }

  return { listId, idOf, active: current, setActive, onKey };
}

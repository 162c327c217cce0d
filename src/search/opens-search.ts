/** Whether a key press opens the search: `/`, or K with Ctrl or ⌘, but not while typing or in a dialog. */
export function opensSearch(event: KeyboardEvent): boolean {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if ((!isSlash && !isK) || event.defaultPrevented || event.isComposing) return false;
  const { target } = event;
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog'));
}

const changes = new EventTarget();

/** Tells this tab that what is stored about the workspace, its key or the person has changed. */
export function announceKeyChange(): void {
  changes.dispatchEvent(new Event('change'));
}

/** Calls the listener after each such change, also of another tab; returns a function that ends it. */
export function watchKeyChanges(listener: () => void): () => void {
  // The browser sends no event to the tab that has changed something. The name is null when all was deleted.
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith('cais.')) listener();
  };
  changes.addEventListener('change', listener);
  window.addEventListener('storage', onStorage);
  return () => {
    changes.removeEventListener('change', listener);
    window.removeEventListener('storage', onStorage);
  };
}

import { MemoryStorage } from './memory-storage.ts';

function openStorage(name: 'sessionStorage' | 'localStorage'): Storage {
  try {
    // Reading the property throws if the person has blocked storage.
    return globalThis[name] ?? new MemoryStorage();
  } catch {
    return new MemoryStorage();
  }
}

const opened: Partial<Record<'sessionStorage' | 'localStorage', Storage>> = {};

/** Storage of this tab, for its key and for ids seen with it. */
export function tabStorage(): Storage {
  opened.sessionStorage ??= openStorage('sessionStorage');
  return opened.sessionStorage;
}

/** Storage shared by all tabs of this browser. Never put a secret here. */
export function browserStorage(): Storage {
  opened.localStorage ??= openStorage('localStorage');
  return opened.localStorage;
}

import { MemoryStorage } from './memory-storage.ts';

function openStorage(name: 'sessionStorage' | 'localStorage'): Storage {
  try {
    // Reading the property alone throws where the person has blocked storage.
    return globalThis[name] ?? new MemoryStorage();
  } catch {
    return new MemoryStorage();
  }
}

const opened: Partial<Record<'sessionStorage' | 'localStorage', Storage>> = {};

/** What belongs to this tab: the key, and what was seen with it. */
export function tabStorage(): Storage {
  opened.sessionStorage ??= openStorage('sessionStorage');
  return opened.sessionStorage;
}

/** What belongs to this browser. No secret goes here. */
export function browserStorage(): Storage {
  opened.localStorage ??= openStorage('localStorage');
  return opened.localStorage;
}

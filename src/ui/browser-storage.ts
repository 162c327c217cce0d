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

/** Storage of this tab, for what must end with it. */
export function tabStorage(): Storage {
  opened.sessionStorage ??= openStorage('sessionStorage');
  return opened.sessionStorage;
}

/** Storage shared by all tabs of this browser, also after a restart. The only secrets here are test keys that expire within a day. */
export function browserStorage(): Storage {
  opened.localStorage ??= openStorage('localStorage');
  return opened.localStorage;
}

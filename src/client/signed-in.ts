/**
 * Who is signed in to this browser, as the pages remember it. It is a hint that spares guests a question to the server: the
 * session itself is a cookie that no script can read.
 */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  workspaceId: string;
}

const NAME = 'cais.signed-in';

/** Whoever was signed in when this browser last heard of it. */
export function findSignedIn(storage: Storage): SignedIn | undefined {
  try {
    const person = JSON.parse(storage.getItem(NAME) ?? 'null') as SignedIn | null;
    return person?.id && person.workspaceId ? person : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers who is signed in; nobody, when the session has ended. */
export function keepSignedIn(storage: Storage, person: SignedIn | undefined): void {
  try {
    if (person) storage.setItem(NAME, JSON.stringify(person));
    else storage.removeItem(NAME);
  } catch {}
}

/** For whom a key of this tab was made: another person, or another workspace, needs another one. */
export function holderOf(person: SignedIn | undefined): string | undefined {
  return person && `${person.id} ${person.workspaceId}`;
}

import { createContext } from 'react';

/** The commands of the guide on the page, in order, and what those that have run have set. */
export class GuideProgram {
  readonly variables = new Map<string, string>();
  /** The block that was run last: only its answer is followed live, since browsers allow few connections per host. */
  #latest: Element | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #codes = new Map<Element, string>();

  /** Adds a block; returns a function that removes it. */
  add(element: Element, code: string): () => void {
    this.#codes.set(element, code);
    return () => this.#codes.delete(element);
  }

  start(element: Element | null): void {
    this.#latest = element ?? undefined;
    for (const listener of this.#listeners) listener();
  }

  isLatest(element: Element | null): boolean {
    return element === this.#latest;
  }

  watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The commands of all blocks as they follow each other on the page, and the place of one of them. */
  read(element: Element): { codes: string[]; index: number } {
    const follows = (one: Element, other: Element) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    const elements = [...this.#codes.keys()].sort(follows);
    return { codes: elements.map((each) => this.#codes.get(each) ?? ''), index: elements.indexOf(element) };
  }
}

export const GuideContext = createContext<GuideProgram | undefined>(undefined);

/** An in-memory Storage for tests, and for browsers that block the real one. */
export class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }

  clear(): void {
    this.#items.clear();
  }

  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  removeItem(name: string): void {
    this.#items.delete(name);
  }

  setItem(name: string, value: string): void {
    this.#items.set(name, value);
  }
}

/** Runs a function now or, while it runs, once more after that; and again for as long as it resolves to true. Never overlaps. */
export function oneAtATime(run: () => Promise<boolean>): () => Promise<void> {
  let again = false;
  let busy = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        again = (await run()) || again;
      }
    } finally {
      busy = false;
    }
  };
}

let end: Promise<void> | undefined;

/**
 * Waits until all requests of this turn of the event loop are handled, so that their responses are written together:
 * a write that wakes a waiting reader costs more than most requests.
 */
export function endOfTurn(): Promise<void> {
  end ??= new Promise((resolve) =>
    setImmediate(() => {
      end = undefined;
      resolve();
    }),
  );
  return end;
}

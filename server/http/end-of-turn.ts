let end: Promise<void> | undefined;

/**
 * Waits until the requests that came in this turn of the event loop are all looked at, so that their answers go out together:
 * a write that wakes a reader who waits costs more than most requests.
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

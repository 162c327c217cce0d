/** Runs a function at most once per interval, at its end, if it was requested; `cancel` drops a pending run. */
export function throttle(run: () => void, milliseconds: number): { ask: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        run();
      }, milliseconds);
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

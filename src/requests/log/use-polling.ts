import { useEffect, useState } from 'react';

const everyMs = 2_000;
const longestWaitMs = 30_000;

/** Looks again and again while it is enabled and the page is visible; returns whether the last look succeeded. */
export function usePolling(look: () => Promise<void>, enabled: boolean): boolean {
  const [isGood, setGood] = useState(false);
  useEffect(() => {
    if (!enabled) return setGood(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = everyMs;
    let isOver = false;

    async function lookOnce() {
      const failed = await look().then(
        () => false,
        () => true,
      );
      if (isOver) return;
      setGood(!failed);
      wait = failed ? Math.min(wait * 2, longestWaitMs) : everyMs;
      plan();
    }
    function plan(milliseconds = wait) {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(() => void lookOnce(), milliseconds);
    }
    const atOnce = () => plan(0);

    atOnce();
    document.addEventListener('visibilitychange', atOnce);
    window.addEventListener('online', atOnce);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', atOnce);
      window.removeEventListener('online', atOnce);
    };
  }, [look, enabled]);
  return isGood;
}

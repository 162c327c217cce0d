import { useEffect, useState } from 'react';

/** The time on a clock that is so many milliseconds ahead of this machine's; renders anew each second. */
export function useNow(ahead: number): Date {
  const [here, setHere] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return new Date(here + ahead);
}

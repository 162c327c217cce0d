import { useEffect, useState } from 'react';

/** The current time, `ahead` milliseconds in front of this machine's clock; re-renders every second. */
export function useNow(ahead: number): Date {
  const [here, setHere] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return new Date(here + ahead);
}

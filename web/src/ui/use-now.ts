import { useEffect, useState } from 'react';

/** The present, renewed every so many milliseconds. */
export function useNow(everyMillis: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}

import { useEffect, useState } from 'react';

/** The time in ms, told anew every few seconds, for words such as "2 min ago". */
export function useNow(ms = 10_000): number {
  const [now, tell] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => tell(Date.now()), ms);
    return () => window.clearInterval(timer);
  }, [ms]);
  return now;
}

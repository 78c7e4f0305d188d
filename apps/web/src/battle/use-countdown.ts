import { useEffect, useState } from 'react';

/** Milliseconds left until `deadline` on the monotonic clock, told a few times a second; 0 when it has passed, null without one. */
export function useCountdown(deadline: number | null): number | null {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (deadline === null) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 200);
    return () => clearInterval(timer);
  }, [deadline]);
  return deadline === null ? null : Math.max(0, deadline - now);
}

/**
 * What a server asks us to wait, in milliseconds from now: `retry-after-ms`, or `retry-after` in seconds or as a date
 * (RFC 9110, 10.2.3), a date counted from the server's own `date` where it sent one, since clocks differ.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0 && Number.isFinite(milliseconds)) return milliseconds;
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const then = Date.parse(value);
  if (Number.isNaN(then)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, then - (Number.isNaN(serverNow) ? now : serverNow));
}

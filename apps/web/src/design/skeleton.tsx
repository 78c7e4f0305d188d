import { classes } from './classes.ts';

/** Grey lines where text will be; `label` says to a screen reader what is loading. */
export function Skeleton({ lines = 3, label, className }: { lines?: number; label: string; className?: string }) {
  return (
    <div role="status" className={classes('space-y-3', className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          key={line}
          aria-hidden="true"
          className="h-3.5 animate-pulse rounded-sm bg-line"
          style={{ inlineSize: `${92 - ((line * 37) % 45)}%` }}
        />
      ))}
    </div>
  );
}

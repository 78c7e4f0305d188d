import { useFormat } from '../messages/use-format.ts';
import { type Axis, placeOn } from './axis.ts';
import type { Standing } from './board-rows.ts';

/** A rating and its interval on the axis of the board. The figures stand beside it, so a screen reader passes it over. */
export function IntervalPlot({
  axis,
  standing,
  grid = true,
}: {
  axis: Axis;
  standing: Standing | null;
  grid?: boolean;
}) {
  return (
    // Numbers run from left to right in every language.
    <div dir="ltr" aria-hidden="true" className="relative h-full min-h-5 w-full">
      {grid && <Grid axis={axis} />}
      {standing && <Interval axis={axis} standing={standing} />}
    </div>
  );
}

function Interval({ axis, standing }: { axis: Axis; standing: Standing }) {
  const [lower, at, upper] = [standing.lower, standing.rating, standing.upper].map((value) => placeOn(axis, value));
  if (lower === undefined || at === undefined || upper === undefined) return null;
  const isFirst = standing.rank[0] === 1;
  return (
    <>
      <div
        className={`absolute top-1/2 h-[3px] -translate-y-1/2 rounded-full transition-all duration-500 ${isFirst ? 'bg-accent' : 'bg-line-strong'}`}
        style={{ left: `${lower}%`, width: `${upper - lower}%` }}
      />
      <div
        className={`absolute top-1/2 size-2.5 -translate-1/2 rounded-full ring-2 ring-paper transition-all duration-500 ${isFirst ? 'bg-accent' : 'bg-ink'}`}
        style={{ left: `${at}%` }}
      />
    </>
  );
}

function Grid({ axis }: { axis: Axis }) {
  return axis.ticks.map((tick) => (
    <div key={tick} className="absolute inset-y-0 w-px bg-line" style={{ left: `${placeOn(axis, tick)}%` }} />
  ));
}

/** Figures of the axis. */
export function AxisLabels({ axis, every = 1 }: { axis: Axis; every?: number }) {
  const format = useFormat();
  return (
    <div dir="ltr" aria-hidden="true" className="relative h-4 w-full text-xs font-normal text-muted">
      {axis.ticks.map(
        (tick, index) =>
          index % every === 0 && (
            <span key={tick} className="absolute -translate-x-1/2" style={{ left: `${placeOn(axis, tick)}%` }}>
              {format.number(tick, { useGrouping: false })}
            </span>
          ),
      )}
    </div>
  );
}

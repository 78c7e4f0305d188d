import { readFileSync, writeFileSync } from 'node:fs';

/** What one run of a stage took. */
export interface Measurement {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Growth of the resident memory of the process during the stage; of a cold process, all of it. */
  readonly peakMb: number;
}

/**
 * Runs a stage a few times and keeps the fastest run, since the noise of a shared machine only ever adds, and the largest growth
 * of memory, since later runs reuse what the first one asked for.
 */
export function measure<Result>(run: () => Result, times: number): Measurement & { readonly result: Result } {
  let best: (Measurement & { readonly result: Result }) | undefined;
  let growthMb = 0;
  for (let time = 0; time < times; time++) {
    const before = residentMb();
    resetPeak();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const result = run();
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    growthMb = Math.max(growthMb, peakMb() - before);
    const measured = { wallMs, cpuMs: (user + system) / 1000, peakMb: growthMb, result };
    if (best === undefined || measured.wallMs < best.wallMs) best = measured;
  }
  if (best === undefined) throw new Error('Measure at least one run.');
  return { ...best, peakMb: growthMb };
}

function residentMb(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

/** Linux forgets the highest memory of a process when asked; elsewhere the peak is that of the whole process. */
function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // No such file: see above.
  }
}

function peakMb(): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (match?.[1] !== undefined) return Number(match[1]) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

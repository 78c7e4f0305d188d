import { readFileSync, writeFileSync } from 'node:fs';

/** What one run of a stage took. */
export interface Measurement {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Runs a stage a few times and keeps the fastest run: noise of a shared machine only ever adds. */
export function measure(run: () => unknown, times: number): Measurement {
  let best: Measurement = { wallMs: Number.POSITIVE_INFINITY, cpuMs: Number.POSITIVE_INFINITY };
  for (let time = 0; time < times; time++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    run();
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    if (wallMs < best.wallMs) best = { wallMs, cpuMs: (user + system) / 1000 };
  }
  return best;
}

export function residentMb(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

/** Linux forgets the highest memory of a process when asked; elsewhere the peak is that of the whole process. */
export function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // No such file: see above.
  }
}

export function peakMb(): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (match?.[1] !== undefined) return Number(match[1]) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

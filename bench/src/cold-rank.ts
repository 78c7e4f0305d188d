import { enableCompileCache } from 'node:module';

// One cold process from a file to a board: the work of `agon rank FILE --json`, whose compile cache it uses too, without its
// command line. Prints its own cost.
enableCompileCache();
const { board, parseSpec } = await import('@agon/boards');
const { readColumns } = await import('@agon/votes');
const [path = '', method = 'clustered'] = process.argv.slice(2);
const spec = parseSpec({ interval: { method } });
const { columns, report } = await readColumns([{ name: path, path }], {
  want: { voter: method === 'clustered', covariates: [], labels: [] },
});
const made = board(columns, spec, { source: report });
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    models: made.models.length,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);

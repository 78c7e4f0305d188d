import { peakMb, resetPeak, residentMb } from './measure.ts';
import { benchVotes, stages } from './stages.ts';

// The memory that one stage needs above the columns, in a process that has done nothing else: `memory.ts VOTES STAGE`.
const [votes = '', stage = ''] = process.argv.slice(2);
const run = stages[stage];
if (run === undefined) throw new Error(`There is no stage "${stage}".`);
const columns = benchVotes(Number(votes)).votes;
const before = residentMb();
resetPeak();
run(columns);
process.stdout.write(String(peakMb() - before));

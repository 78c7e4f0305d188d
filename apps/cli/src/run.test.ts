import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder, agon, csv, type Folder, votesFile } from './testing.ts';

let folder: Folder;
let votes: string;

beforeAll(async () => {
  folder = await aFolder();
  votes = await votesFile(folder);
});

afterAll(() => folder.remove());

test('--version prints the version and succeeds', async () => {
  expect(await agon(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test('help is an answer; no command is a question', async () => {
  const help = await agon(['help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const command of ['rank', 'simulate', 'convert', 'verify', 'demo']) expect(help.out).toContain(command);
  const none = await agon([]);
  expect(none).toMatchObject({ code: 2, out: '' });
  expect(none.err).toContain('Usage: agon');
});

test.each(['rank', 'simulate', 'convert', 'verify', 'demo'])('help of %s names its options', async (command) => {
  const { code, out, err } = await agon(['help', command]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`Usage: agon ${command}`);
});

test('answers go to stdout, everything else to stderr', async () => {
  const { code, out, err } = await agon(['rank', votes, '--html', folder.path('page.html')]);
  expect(code).toBe(0);
  expect(out).toContain('ada');
  expect(out).not.toContain('Wrote');
  expect(err).toBe(`Wrote ${folder.path('page.html')}\n`);
});

describe('wrong use ends with 2 and says what to do', () => {
  test.each<[string[], RegExp]>([
    [['rnak'], /unknown command 'rnak'/],
    [['rank'], /missing required argument 'files'/],
    [['rank', 'VOTES', '--nope'], /unknown option '--nope'/],
    [['rank', 'VOTES', '--tie', 'half'], /--ties/],
    [['rank', 'VOTES', '--ties'], /argument missing/],
    [['rank', 'VOTES', '--ties', 'drop'], /--ties: "drop" is not one of half, davidson, rao-kupper, grounded/],
    [['rank', 'VOTES', '--both-bad', 'half'], /--both-bad: "half" is not one of tie, drop/],
    [['rank', 'VOTES', '--interval', 'wald'], /--interval: "wald" is not one of clustered/],
    [['rank', 'VOTES', '--cluster', 'model'], /--cluster: "model" is not one of voter, prompt/],
    [['rank', 'VOTES', '--cluster', ','], /--cluster/],
    [['rank', 'VOTES', '--rounds', '9'], /--rounds: "9".*from 10/],
    [['rank', 'VOTES', '--interval', 'bootstrap', '--rounds', '100001'], /rounds.*100000/],
    [['rank', 'VOTES', '--rounds', '500'], /belong to --interval bootstrap/],
    [['rank', 'VOTES', '--rounds', 'many'], /--rounds: "many" is not a number/],
    [['rank', 'VOTES', '--level', '95'], /--level: 95 is not between 0 and 1/],
    [['rank', 'VOTES', '--level', '0'], /--level/],
    [['rank', 'VOTES', '--ranks', 'best'], /--ranks: "best" is not one of/],
    [['rank', 'VOTES', '--multiplicity', 'holm'], /--multiplicity/],
    [['rank', 'VOTES', '--connectivity', 'all'], /--connectivity/],
    [['rank', 'VOTES', '--anchor', 'ada'], /--anchor: "ada" is not MODEL=RATING/],
    [['rank', 'VOTES', '--anchor', 'ada='], /--anchor/],
    [['rank', 'VOTES', '--anchor', '=1000'], /--anchor/],
    [['rank', 'VOTES', '--filter', 'language'], /--filter: "language" is not FIELD=VALUE/],
    [['rank', 'VOTES', '--controls', 'length:log'], /--controls: "log" is not one of/],
    [['rank', 'VOTES', '--controls', 'length,length'], /a control is named twice/],
    [['rank', 'VOTES', '--as-of', 'soon'], /--as-of: "soon" is no time/],
    [['rank', 'VOTES', '--seed', '-1'], /--seed: "-1"/],
    [['rank', 'VOTES', '--seed', '0.5'], /--seed/],
    [['rank', 'VOTES', '--top', '0'], /--top: "0"/],
    [['rank', 'VOTES', '--json', '--csv'], /--json and --csv/],
    [['rank', 'VOTES', '--by', 'voter', '--snapshot', 'SPARE'], /--snapshot holds one board/],
    [['rank', 'VOTES', '--format', 'xls'], /--format: "xls" is not one of csv/],
    [['rank', 'VOTES', '--columns', 'model_a'], /--columns: "model_a" is not NAME=VALUE/],
    [['rank', 'VOTES', '--columns', 'nope=model_a'], /"nope" is no field of a vote/],
    [['rank', 'VOTES', '--outcomes', 'win=first'], /"first" is no outcome. Outcomes are a, b, tie, both_bad/],
    [['rank', 'VOTES', '--spec', 'SPARE'], /cannot read .*spare/],
    [['rank', 'VOTES', '--spec', 'VOTES'], /is not JSON/],
    [['rank', '-', '-'], /standard input.*once/i],
    [['simulate', '--votes', '0'], /--votes: "0"/],
    [['simulate', '--models', '1'], /--models: "1"/],
    [['simulate', '--models', 'ada'], /two|2/],
    [['simulate', '--style', 'width=1'], /--style: "width" is not one of/],
    [['simulate', '--style', 'length=long'], /--style: "long" is not a number/],
    [['simulate', '--tie-share', '2'], /tie/],
    [['simulate', '--spread', 'wide'], /--spread: "wide" is not a number/],
    [['simulate', '--format', 'tsv'], /--format: "tsv" is not one of csv, jsonl, parquet/],
    [['convert', 'VOTES'], /required option '--out <file>' not specified/],
    [['convert', 'VOTES', '--out', '-'], /--out - needs --to/],
    [['convert', '-', '--out', 'SPARE', '--to', 'csv'], /read once/],
    [['convert', 'VOTES', '--out', 'SPARE'], /format.*not known/],
    [['verify', 'SPARE', 'VOTES'], /Cannot read the snapshot/],
    [['verify', 'VOTES', 'VOTES'], /not JSON/],
    [['verify', 'VOTES'], /missing required argument 'files'/],
    [['demo', 'extra'], /too many arguments/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await agon(args.map(named));
    expect(err).toMatch(message);
    expectPlain(err);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('what cannot be done ends with 1 and says why', () => {
  test.each<[string[], RegExp]>([
    [['rank', 'SPARE'], /There is no file .*spare/],
    [['rank', 'FOLDER'], /is a folder/],
    [['rank', '/dev/null'], /empty/],
    [['rank', '-'], /standard input is empty/],
    [['rank', 'VOTES', '--columns', 'voter=person'], /no column "person".*\n.*model_a/],
    [['rank', 'VOTES', '--controls', 'humour'], /no numbers for the control "humour".*length/],
    [['rank', 'VOTES', '--filter', 'humour=1'], /no column "humour"/],
    [['rank', 'VOTES', '--filter', 'voter=nobody'], /None of the 600 votes is left/],
    [['rank', 'VOTES', '--filter', 'time>soon'], /"soon"/],
    [['rank', 'VOTES', '--anchor', 'gpt=1000'], /"gpt" has no vote/],
    [['rank', 'VOTES', '--by', 'humour'], /no column "humour"/],
    [['rank', 'VOTES', '--html', 'NOWHERE'], /nowhere/],
    [['rank', 'VOTES', '--snapshot', 'NOWHERE'], /nowhere/],
    [['rank', 'VOTES', '--rejects', 'NOWHERE'], /nowhere/],
    [['simulate', '--votes', '10', '--out', 'NOWHERE'], /nowhere/],
    [['simulate', '--votes', '10', '--out', 'PAGE', '--truth', 'NOWHERE'], /nowhere/],
    [['convert', 'VOTES', '--out', 'NOWHERE'], /nowhere/],
    [['convert', 'SPARE', '--out', 'PAGE'], /There is no file/],
    [['verify', 'SNAPSHOT', 'SPARE'], /There is no file/],
  ])('%j', async (args, message) => {
    if (args.includes('SNAPSHOT')) await agon(['rank', votes, '--snapshot', folder.path('s.json')]);
    const { code, out, err } = await agon(args.map(named));
    expect(err).toMatch(message);
    expectPlain(err);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  test.each<[string, string, RegExp]>([
    ['an empty file', '', /empty/],
    ['a header alone', 'model_a,model_b,outcome\n', /no vote/],
    [
      'one name on both sides',
      csv(['model_a', 'model_b', 'outcome'], [['x', 'x', 'a']]),
      /no usable vote.*same-model/s,
    ],
    ['words that are no outcomes', csv(['model_a', 'model_b', 'outcome'], [['x', 'y', 'won']]), /"won".*--outcomes/s],
    ['columns that say nothing', csv(['left', 'right', 'who'], [['x', 'y', 'left']]), /--columns model_a=COLUMN/],
    ['a text', 'Once upon a time\nthere was an arena.\n', /no known layout/],
  ])('%s', async (_, content, message) => {
    const file = await folder.write('poor.csv', content);
    const { code, out, err } = await agon(['rank', file]);
    expect(err).toMatch(message);
    expectPlain(err);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

test('a vote file after --filter is not taken for a condition, or the message says so', async () => {
  const { code, err, out } = await agon(['rank', '--filter', 'voter!=voter-1', votes]);
  if (code === 0) expect(out).toContain('ada');
  else expect(err).toMatch(/--filter/);
});

test('an expected error is one that a person can act on: the file it could not write, in words', async () => {
  const { err } = await agon(['rank', votes, '--html', folder.path('nowhere/x.html')]);
  expect(err).not.toMatch(/ENOENT/);
});

test('an output that cannot be written is found before the votes are read', async () => {
  const { err } = await agon(['rank', folder.path('spare'), '--html', folder.path('nowhere/x.html')]);
  expect(err).toMatch(/nowhere/);
});

function named(word: string): string {
  const places: Record<string, string> = {
    VOTES: votes,
    SPARE: folder.path('spare'),
    FOLDER: folder.path('.'),
    NOWHERE: folder.path('nowhere/x.csv'),
    PAGE: folder.path('out.csv'),
    SNAPSHOT: folder.path('s.json'),
  };
  return places[word] ?? word;
}

/** An error is a few lines for a person, never a stack trace. */
function expectPlain(err: string): void {
  expect(err).not.toMatch(/\n\s+at |this should not happen|node:internal|undefined|\[object/);
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(6);
}

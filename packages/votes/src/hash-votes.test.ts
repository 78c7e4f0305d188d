import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashVotes } from './hash-votes.ts';
import { readColumns, readRecords } from './read/read.ts';
import { voteLine } from './write/jsonl.ts';

const source = (text: string) => ({ name: 'votes.csv', bytes: new TextEncoder().encode(text) });
const header = 'model_a,model_b,outcome,voter,cost_a,cost_b\n';

async function hashOf(text: string): Promise<string> {
  const { columns } = await readColumns([source(text)]);
  return hashVotes(columns);
}

test('the hash of votes is that of their sorted lines, which anyone can make', async () => {
  const text = `${header}x,y,a,v,0.1,12\ny,x,tie,w,1e-3,7.25\nü,x,b,,3,0.7\n`;
  const lines: string[] = [];
  for await (const batch of readRecords([source(text)])) lines.push(...batch.map(voteLine));
  const sorted = Buffer.from(lines.toSorted().join(''));
  expect(await hashOf(text)).toBe(createHash('sha256').update(sorted).digest('hex'));
});

test('lines are sorted by their bytes, also beyond the first plane of Unicode', async () => {
  const votes = ['\u{1f600},x,a,v,1,2\n', '\uffe8,x,a,v,1,2\n'];
  const lines: string[] = [];
  for await (const batch of readRecords([source(header + votes.join(''))])) lines.push(...batch.map(voteLine));
  const byBytes = lines.map((line) => Buffer.from(line)).sort(Buffer.compare);
  expect(await hashOf(header + votes.join(''))).toBe(createHash('sha256').update(Buffer.concat(byBytes)).digest('hex'));
});

test('the order of votes changes nothing, any other change does', async () => {
  const one = await hashOf(`${header}x,y,a,v,1,2\ny,x,b,w,3,4\n`);
  expect(await hashOf(`${header}y,x,b,w,3,4\nx,y,a,v,1,2\n`)).toBe(one);
  for (const changed of ['x,y,b,v,1,2', 'x,y,a,u,1,2', 'x,z,a,v,1,2', 'x,y,a,v,1,3', 'y,x,b,v,1,2']) {
    expect(await hashOf(`${header}${changed}\ny,x,b,w,3,4\n`)).not.toBe(one);
  }
});

import { type CsvRows, cellBlocks, isBlank } from './cell-block.ts';
import { SourceBroken, SourceEmpty } from './errors.ts';
import type { Format } from './options.ts';
import { areNumbers, resume, sampleCells, type Table, takeSample } from './table.ts';

/** How much of a file's start tells its delimiter. */
const sniffedChars = 2 ** 16;

/** A quoted field that was not closed within so many characters never will be. */
const longestRow = 2 ** 26;

const delimiters = [',', '\t', ';', '|'] as const;

/** The rows of a text, as papaparse gives them. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number; readonly message: string }[];
  readonly meta: { readonly cursor: number };
}

type ParseText = (text: string, delimiter: string, part: 'header' | 'some' | 'last') => Parsed;

/** The table of a CSV or TSV file: the first row names the columns, any of `,` tab `;` `|` parts them. */
export async function csvTable(name: string, format: Format, chunks: AsyncIterable<Uint8Array>): Promise<Table> {
  const parse = await loadParser();
  const texts = decodeText(chunks);
  let start = '';
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    start += next.value;
    if (start.length >= sniffedChars) break;
  }
  if (start.trim() === '') throw new SourceEmpty(name);
  const delimiter = format === 'tsv' ? '\t' : sniffDelimiter(start.slice(0, sniffedChars), parse);
  const rows = csvRows(name, delimiter, parse, prepend(start, texts));
  const { columns, below } = await takeHeader(name, rows);
  const blocks = cellBlocks(columns, below, rows);
  const sample = await takeSample(blocks);
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    columns,
    isOpenEnded: false,
    isNumeric: (column) => areNumbers(sampleCells(sample, column)),
    blocks: () => resume(sample.splice(0), blocks),
  };
}

/** The names of the columns, and the rows that came with them. */
async function takeHeader(name: string, rows: AsyncGenerator<CsvRows, void>) {
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    const header = next.value.rows.findIndex((row) => !isBlank(row));
    if (header >= 0)
      return { columns: next.value.rows[header].map((cell) => cell.trim()), below: after(next.value, header) };
  }
  throw new SourceEmpty(name);
}

function after({ rows, lines, faults }: CsvRows, header: number): CsvRows {
  const skipped = header + 1;
  const kept = [...faults].map(([row, fault]): [number, string] => [row - skipped, fault]);
  return { rows: rows.slice(skipped), lines: lines.slice(skipped), faults: new Map(kept) };
}

async function loadParser(): Promise<ParseText> {
  const { default: papa } = await import('papaparse');
  return (text, delimiter, part) => {
    const parser = new papa.Parser({ delimiter, newline: '\n', ...(part === 'header' ? { preview: 1 } : {}) });
    return parser.parse(text, 0, part === 'some');
  };
}

/** Text with `\n` at the end of each line, whatever ends them in the file; chunks may split characters and line ends. */
async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of chunks) {
    let text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    if (text) yield text.replaceAll('\r\n', '\n');
  }
  const rest = held + decoder.decode();
  if (rest) yield rest.replaceAll('\r\n', '\n');
}

async function* prepend(start: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  yield start;
  yield* rest;
}

/** The delimiter that parts the header into most columns: texts below it may hold any of them. */
function sniffDelimiter(start: string, parse: ParseText): string {
  let best: string = delimiters[0];
  let most = 0;
  for (const delimiter of delimiters) {
    const columns = parse(start.trimStart(), delimiter, 'header').data[0]?.length ?? 0;
    if (columns > most) {
      most = columns;
      best = delimiter;
    }
  }
  return best;
}

async function* csvRows(
  name: string,
  delimiter: string,
  parse: ParseText,
  texts: AsyncIterable<string>,
): AsyncGenerator<CsvRows, void> {
  let line = 1;
  let pending = '';
  // A row longer than a chunk is parsed again only when twice as much of it is there.
  let enough = 0;

  function take({ data, errors }: Parsed): CsvRows {
    const lines: number[] = [];
    for (const row of data) {
      lines.push(line);
      line += linesOf(row);
    }
    return { rows: data, lines, faults: new Map(errors.map((error) => [error.row, error.message])) };
  }

  for await (const text of texts) {
    pending += text;
    if (pending.length < enough) continue;
    const parsed = parse(pending, delimiter, 'some');
    pending = pending.slice(parsed.meta.cursor);
    enough = parsed.data.length > 0 ? 0 : pending.length * 2;
    if (parsed.data.length > 0) yield take(parsed);
    if (pending.length > longestRow) {
      throw new SourceBroken(name, `the row that starts at line ${line} does not end; a quote in it is not closed.`);
    }
  }
  if (pending !== '') yield take(parse(pending, delimiter, 'last'));
}

/** How many lines of the file a row took. */
function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
  }
  return lines;
}

import Papa from 'papaparse';

/** A row of a table with the line of the file where it begins; `broken` when its quotation marks do not close. */
export type CsvRow = { line: number; cells: string[]; broken: boolean };

/** No table of people has more columns. */
const maxColumns = 500;

/** A file with more of them is no table; each makes the rest be read again, so a large file may have few. */
const maxBroken = (length: number) => (length > 200_000 ? 1 : 20);

/**
 * The rows of a table, the first `most` of them; null when it is none. The delimiter is the file's own word (Excel's
 * "sep=;"), or the one that parts most rows alike. Behind a row whose quotation marks do not close, reading goes on at
 * the next line.
 */
export function readRows(text: string, most: number): CsvRow[] | null {
  const [head = '', said] = text.match(/^"?sep=(.)"?\r?\n/i) ?? [];
  const body = withoutTail(text.slice(head.length));
  const delimiter = said ?? delimiterOf(body);
  const rows: CsvRow[] = [];
  let from = 0;
  let line = head ? 2 : 1;
  for (let broken = 0; from < body.length && rows.length < most; broken++) {
    if (broken > maxBroken(body.length)) return null;
    const rest = body.slice(from);
    const read = readUntilBroken(rest, { delimiter, line, most: most - rows.length });
    if (!read) return null;
    for (const row of read.rows) rows.push(row);
    if (read.brokenAt === null) break;
    const end = rest.indexOf('\n', read.brokenAt);
    rows.push({ line: read.line, cells: [], broken: true });
    from += end < 0 ? rest.length : end + 1;
    line = read.line + 1;
  }
  return rows;
}

/** The delimiter that gives most rows the same number of cells; of equals the one with more cells. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 100_000);
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: 100, skipEmptyLines: 'greedy' });
    const widths = new Map<number, number>();
    for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width = 0, rows = 0] = [...widths].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    return { delimiter, width, rows };
  });
  return scored.toSorted((a, b) => b.rows - a.rows || b.width - a.width)[0]?.delimiter ?? ',';
}

/** The rows up to the first broken one; null when one is wider than any table. */
function readUntilBroken(text: string, from: { delimiter: string; line: number; most: number }) {
  const rows: CsvRow[] = [];
  let line = from.line;
  let at = 0;
  let brokenAt: number | null = null;
  let isWide = false;
  Papa.parse<string[]>(text, {
    delimiter: from.delimiter,
    step: ({ data, errors, meta }, parser) => {
      const isBroken = errors.some(({ type }) => type === 'Quotes');
      if (isBroken) brokenAt = at;
      else if (data.length > maxColumns) isWide = true;
      else rows.push({ line, cells: data, broken: false });
      if (isBroken || isWide || rows.length >= from.most) return void parser.abort();
      line += linesIn(text, at, meta.cursor);
      at = meta.cursor;
    },
  });
  return isWide ? null : { rows, line, brokenAt: brokenAt as number | null };
}

/** Spreadsheets write thousands of empty rows behind the last one. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;\t|\r\n'.includes(text[end - 1] ?? '')) end--;
  const line = text.indexOf('\n', end);
  return line < 0 ? text : text.slice(0, line + 1);
}

/** Line ends between two places, "\r\n" being one. */
function linesIn(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** The middle of some figures; of an even number, the upper of the two. */
export const median = (values: number[]): number => percentile(values, 0.5);

/** The value below which that share of the figures lies. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export type Line = { what: string; measured: string; aim: string };

/** Lines as a table for a terminal and for Markdown alike. */
export function toTable(lines: Line[]): string {
  const rows = [{ what: 'what', measured: 'measured', aim: 'aim' }, ...lines];
  const width = (key: keyof Line) => Math.max(...rows.map((row) => row[key].length));
  const row = ({ what, measured, aim }: Line) =>
    `| ${what.padEnd(width('what'))} | ${measured.padStart(width('measured'))} | ${aim.padEnd(width('aim'))} |`;
  const rule = row({ what: '', measured: '', aim: '' }).replaceAll(' ', '-');
  return [...rows.slice(0, 1).map(row), rule, ...rows.slice(1).map(row)].join('\n');
}

import { pino } from 'pino';
import type { Log } from '../../server/log.ts';

/** A log that keeps its lines, so that a test can see what was said, and what was not. */
export function keepLog(): { log: Log; lines: () => Record<string, unknown>[] } {
  const kept: string[] = [];
  const log = pino({ level: 'trace', base: undefined }, { write: (line: string) => void kept.push(line) });
  return { log, lines: () => kept.map((line) => JSON.parse(line)) };
}

export const silentLog: Log = pino({ level: 'silent' });

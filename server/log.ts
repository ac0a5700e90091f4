import { type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON line an event on standard output. Never put a secret, a draft or contact data in a log call. */
export function createLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

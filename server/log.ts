import { type DestinationStream, type Logger, pino } from 'pino';
import { currentTrace } from './trace.ts';

export type Log = Logger;

/**
 * One JSON line an event on standard output, or on `out`. What belongs to one request or one run of a poller shares the
 * same "trace". Never put a secret, a draft or contact data in a log call.
 */
export function createLog(level: string, out?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    // An undefined trace leaves no key behind.
    mixin: () => ({ trace: currentTrace() }),
  };
  return out ? pino(options, out) : pino(options);
}

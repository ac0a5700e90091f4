import * as chrono from 'chrono-node';
import { dueFromTiming } from '../../server/plans/timing.ts';
import { base, type Language, phrases } from '../plans/timing-phrases.ts';
import { median } from './table.ts';

/** Of which the first half warms the two up. */
const rounds = 80;

const parsers: Record<Language, { parseDate: typeof chrono.parseDate }> = {
  en: chrono.en,
  ru: chrono.ru,
  de: chrono.de,
  es: chrono.es,
  pt: chrono.pt,
};

/**
 * Timings read a second, from text to date: ours, and chrono-node with each phrase's language. Both read the same phrases
 * in turns, so that whatever else the machine does slows both down.
 */
export async function benchTiming() {
  const ours = () => {
    for (const { text, language } of phrases) dueFromTiming(text, base, { language });
  };
  const theirs = () => {
    for (const { text, language } of phrases) parsers[language].parseDate(text, base, { forwardDate: true });
  };
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) times.push({ ours: msOf(ours), theirs: msOf(theirs) });
  const warm = times.slice(rounds / 2);
  const perSecond = (ms: number[]) => (phrases.length / median(ms)) * 1000;
  const oursPerSecond = perSecond(warm.map((time) => time.ours));
  const chronoPerSecond = perSecond(warm.map((time) => time.theirs));
  return { oursPerSecond, chronoPerSecond, ratio: oursPerSecond / chronoPerSecond };
}

function msOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

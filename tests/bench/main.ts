import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openBenchWorld } from './bench-world.ts';
import { benchDrain } from './drain.ts';
import { benchIdle } from './idle.ts';
import { benchLateness } from './lateness.ts';
import { type Line, toTable } from './table.ts';
import { benchTiming } from './timing.ts';
import { benchWebhook } from './webhook.ts';

/** Git ignores it: figures belong to the machine they were measured on. */
const resultFile = '.bench/results.json';

const world = await openBenchWorld();
const memory = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
const rssMb: Record<string, number> = { 'at rest': memory() };

async function part<T>(name: string, run: (of: typeof world) => Promise<T>): Promise<T> {
  process.stderr.write(`${name} …\n`);
  const result = await run(world);
  rssMb[`after ${name}`] = memory();
  return result;
}

const drain = await part('drain', benchDrain);
const webhook = await part('webhook', benchWebhook);
const lateness = await part('lateness', benchLateness);
const idle = await part('a million ahead', benchIdle);
const timing = await part('timing', benchTiming);
await world.close();

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const whole = (value: number) => Math.round(value).toLocaleString('en');
const cpu = drain.workerCpuMs + drain.databaseCpuMs;
const lines: Line[] = [
  {
    what: 'schedule 10,000 in bulk: CPU each, worker and database',
    measured: ms(drain.scheduleCpuMs),
    aim: '',
  },
  { what: 'plain keep-alive POSTs a second (the ceiling)', measured: whole(drain.ceilingPerSecond), aim: '' },
  { what: 'reminders drained a second', measured: whole(drain.drainPerSecond), aim: '' },
  {
    what: 'drain as a share of the ceiling',
    measured: drain.shareOfCeiling.toFixed(2),
    aim: 'at least 0.50',
  },
  { what: 'CPU a message: worker', measured: ms(drain.workerCpuMs), aim: '' },
  { what: 'CPU a message: database', measured: ms(drain.databaseCpuMs), aim: '' },
  { what: 'CPU a message: both', measured: ms(cpu), aim: 'at most 0.25 ms' },
  { what: 'lateness p50', measured: ms(lateness.p50), aim: '' },
  { what: 'lateness p99', measured: ms(lateness.p99), aim: 'under 100 ms' },
  { what: 'lateness at most', measured: ms(lateness.max), aim: '' },
  { what: 'pages read by a look with 10,000 ahead', measured: String(idle.buffersOfFew), aim: '' },
  {
    what: 'pages read by a look with 1,000,000 ahead',
    measured: String(idle.buffersOfMany),
    aim: 'at most 5',
  },
  {
    what: 'CPU of 30 idle seconds, worker and database',
    measured: ms(idle.workerMs + idle.databaseMs),
    aim: 'under 200 ms',
  },
  { what: 'commands a second, bare grammY', measured: whole(webhook.barePerSecond), aim: '' },
  { what: 'commands a second, ours', measured: whole(webhook.oursPerSecond), aim: '' },
  { what: 'webhook as a share of bare grammY', measured: webhook.share.toFixed(2), aim: 'at least 0.80' },
  { what: 'timing: phrases a second, chrono-node', measured: whole(timing.chronoPerSecond), aim: '' },
  { what: 'timing: phrases a second, ours', measured: whole(timing.oursPerSecond), aim: '' },
  { what: 'timing: times chrono-node', measured: timing.ratio.toFixed(1), aim: 'at least 5' },
  ...Object.entries(rssMb).map(([when, mb]) => ({ what: `memory ${when}`, measured: `${mb} MB`, aim: '' })),
];
mkdirSync(dirname(resultFile), { recursive: true });
writeFileSync(resultFile, `${JSON.stringify({ drain, lateness, idle, webhook, timing, rssMb }, null, 2)}\n`);
process.stdout.write(`${toTable(lines)}\n\nThe figures as JSON: ${resultFile}\n`);
process.exit(0);

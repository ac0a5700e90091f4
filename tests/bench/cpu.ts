import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second (proc(5), sysconf(_SC_CLK_TCK)). */
const tickMs = 10;

/**
 * Processor milliseconds that a PostgreSQL server has used so far: its main process, the ones it has started, and the
 * ones that have ended. Linux only.
 */
export function postgresCpuMs(mainPid: number): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readStat(pid) ?? []);
  const ours = stats.filter(({ pid, parent }) => pid === mainPid || parent === mainPid);
  return ours.reduce((sum, { own, ended }) => sum + own + ended, 0) * tickMs;
}

function readStat(pid: string) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the fields after it do not.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { pid: Number(pid), parent, own: utime + stime, ended: cutime + cstime };
  } catch {
    return null;
  }
}

/** What this process and the database use while `work` runs. */
export async function measure<T>(mainPid: number, work: () => Promise<T>) {
  const before = { own: process.cpuUsage(), postgres: postgresCpuMs(mainPid), at: performance.now() };
  const result = await work();
  const ms = performance.now() - before.at;
  const { user, system } = process.cpuUsage(before.own);
  return {
    result,
    ms,
    workerMs: (user + system) / 1000,
    postgresMs: postgresCpuMs(mainPid) - before.postgres,
  };
}

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './errors.ts';

const sources = ['app', 'server', 'public', 'next.config.ts', 'package-lock.json'];
const buildId = join('.next', 'BUILD_ID');

/**
 * Builds the Mini App when there is no build yet or something in the sources is newer, so that "npm start" is the one
 * command a new user needs.
 * @throws SetupError when the build fails; the build has printed why.
 */
export function buildWhenNeeded(): void {
  if (existsSync(buildId) && newest(sources) <= statSync(buildId).mtimeMs) return;
  process.stdout.write('Building the Mini App, about half a minute the first time…\n');
  const next = join('node_modules', 'next', 'dist', 'bin', 'next');
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new SetupError('The Mini App could not be built; the reason is above.');
}

/** The latest change among files and folders, in milliseconds since 1970. */
function newest(paths: string[]): number {
  return Math.max(
    ...paths.filter(existsSync).map((path) => {
      const stat = statSync(path);
      if (!stat.isDirectory()) return stat.mtimeMs;
      return Math.max(0, newest(readdirSync(path).map((name) => join(path, name))));
    }),
    0,
  );
}

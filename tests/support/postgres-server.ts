import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** The folder with initdb and pg_ctl: on the PATH, or where Debian keeps them (newest first); null when there is none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

export type PostgresServer = {
  /** The address of a database of that name on this server. */
  url(database: string): string;
  /** The process id of the server. */
  readonly pid: number;
  /** Makes a new, empty database; resolves with its address. */
  create(database: string): Promise<string>;
  /** The server is gone for so many milliseconds, as after a crash of its machine, and comes back. */
  pause(ms: number): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a throw-away PostgreSQL on a free port: trust authentication, no fsync, gone when stopped. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = findPostgres();
  if (!bin) throw new Error('PostgreSQL is needed here, but initdb was found nowhere. Install postgresql.');
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-postgres-'));
  const owner = unprivilegedUser();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const port = await freePort();
  const command = (name: string, args: string[]) =>
    run(join(bin, name), args, { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
  const data = join(folder, 'data');
  await command('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const settings = `-p ${port} -k ${folder} -F -c listen_addresses=127.0.0.1 -c max_connections=200`;
  const start = () =>
    command('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const halt = () => command('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await start();
  return {
    url,
    get pid() {
      return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    },
    async create(database) {
      const admin = postgres(url('postgres'), { max: 1, onnotice: () => {} });
      await admin.unsafe(`create database ${database}`);
      await admin.end();
      return url(database);
    },
    async pause(ms) {
      await halt();
      await sleep(ms);
      await start();
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL and its pooler refuse to run as root; their packages bring a user for that. Null when we are not root. */
export function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

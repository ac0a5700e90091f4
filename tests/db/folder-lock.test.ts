import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../server/db/folder-lock.ts';
import { openDatabase } from '../../server/db/open.ts';
import { SetupError } from '../../server/errors.ts';
import { one } from '../support/rows.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followthrough-lock-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(stop));
  rmSync(folder, { recursive: true, force: true });
});

/** The numbers of the processes that say they have the folder. */
const holders = () =>
  readdirSync(folder).flatMap((name) => /^followthrough\.(\d+)\.lock$/.exec(name)?.[1] ?? []);
const self = String(process.pid);
const source = resolve('server/db/folder-lock.ts');

/** Another process that tries to take the folder at that moment and keeps it, as a running Followthrough does. */
async function startElsewhere(at = 0): Promise<string> {
  const script = `import { lockFolder } from ${JSON.stringify(source)};
    setInterval(() => {}, 1000);
    while (Date.now() < ${at});
    const outcome = await lockFolder(${JSON.stringify(folder)}).then(() => 'locked', () => 'refused');
    process.stdout.write(outcome);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return String(await once(child.stdout, 'data'));
}

async function lockElsewhere(): Promise<ChildProcess> {
  expect(await startElsewhere()).toBe('locked');
  return one(children);
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('a data folder', () => {
  it('is made when it is not there, and locked with the number of this process', async () => {
    folder = join(folder, 'deep', 'down');
    await lockFolder(folder);
    expect(holders()).toEqual([self]);
  });

  it('is given back', async () => {
    const release = await lockFolder(folder);
    await release();
    expect(holders()).toEqual([]);
  });

  it('is refused while another process has it, whose number is named, with the cure', async () => {
    const { pid } = await lockElsewhere();
    const locking = lockFolder(folder, 0);
    await expect(locking).rejects.toThrow(SetupError);
    await expect(locking).rejects.toThrow(`is in use by process ${pid}. Stop that Followthrough first`);
    expect(holders()).toEqual([String(pid)]);
  });

  it('keeps the database closed while another process has it', async () => {
    await lockElsewhere();
    const opening = openDatabase({ databaseUrl: null, dataDir: folder });
    await expect(opening).rejects.toThrow('set DATA_DIR to another folder');
    expect(existsSync(join(folder, 'pglite'))).toBe(false);
  });

  it('is taken over from a process that was killed', async () => {
    const child = await lockElsewhere();
    await stop(child);
    expect(holders()).toEqual([String(child.pid)]);
    await lockFolder(folder);
    expect(holders()).toEqual([self]);
  });

  it.each(['followthrough.99999999999.lock', 'followthrough.0x1.lock', 'followthrough..lock', 'notes.txt'])(
    'is free when all that lies there is %s',
    async (name) => {
      writeFileSync(join(folder, name), '');
      await lockFolder(folder);
      expect(holders()).toEqual([self]);
    },
  );

  it('is waited for while the process that has it is stopping', async () => {
    const child = await lockElsewhere();
    const locking = lockFolder(folder);
    await stop(child);
    await locking;
    expect(holders()).toEqual([self]);
  });

  it('goes to one process when several start at once on what a killed one left', async () => {
    writeFileSync(join(folder, 'followthrough.99999999999.lock'), '');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => startElsewhere(Date.now() + 4000)));
    expect(outcomes.sort()).toEqual(['locked', 'refused', 'refused', 'refused']);
  });
});

describe('a data folder that cannot be used', () => {
  it('is named, with the cure, when it is below a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const locking = lockFolder(join(folder, 'file', 'data'));
    await expect(locking).rejects.toThrow(SetupError);
    await expect(locking).rejects.toThrow(
      /The data folder .*file\/data cannot be used \(ENOTDIR\).*set DATA_DIR to another one/,
    );
  });

  it('is named when it is a file itself', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(lockFolder(join(folder, 'file'))).rejects.toThrow('(EEXIST)');
  });

  it('gives the lock back when the database in it is broken', async () => {
    writeFileSync(join(folder, 'pglite'), 'no database');
    const opening = openDatabase({ databaseUrl: null, dataDir: folder });
    await expect(opening).rejects.toThrow(/embedded database in .* cannot be opened.*Restore a copy/);
    expect(holders()).toEqual([]);
  });
});

describe('a PostgreSQL that cannot be reached', () => {
  it('is told without its address, which holds a password', async () => {
    const databaseUrl = 'postgres://anna:secret@127.0.0.1:1/none';
    const opening = openDatabase({ databaseUrl, dataDir: folder });
    await expect(opening).rejects.toThrow(SetupError);
    await expect(opening).rejects.toThrow('Check DATABASE_URL');
    await expect(opening).rejects.not.toThrow('secret');
  });
});

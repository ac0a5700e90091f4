import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';
import { unprivilegedUser } from './postgres-server.ts';

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];

/** PgBouncer's program; null when it is not installed. */
export const pgbouncer = folders.map((folder) => join(folder, 'pgbouncer')).find(existsSync) ?? null;

/**
 * PgBouncer in transaction mode before the PostgreSQL at `url`, with fewer connections than its users ask for, until the
 * test ends; resolves with the address to use in the place of `url`.
 */
export async function startPooler(url: string): Promise<string> {
  if (!pgbouncer) throw new Error('PgBouncer is needed here, but was found nowhere. Install pgbouncer.');
  const [server, port] = [new URL(url), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-pooler-'));
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(
    settings,
    `[databases]
* = host=${server.hostname} port=${server.port} user=${server.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir = ${folder}
auth_type = any
pool_mode = transaction
default_pool_size = 4
`,
  );
  const owner = unprivilegedUser();
  if (owner) for (const path of [folder, settings]) chownSync(path, owner.uid, owner.gid);
  const child = spawn(pgbouncer, [settings], { ...owner, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      if (said.includes('process up')) resolve();
    });
    child.on('exit', () => reject(new Error(`PgBouncer ended:\n${said}`)));
  });
  onTestFinished(async () => {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    rmSync(folder, { recursive: true, force: true });
  });
  return Object.assign(new URL(url), { port: String(port) }).href;
}

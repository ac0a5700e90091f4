import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { closeServer } from '../../server/http/server.ts';

/** Lets the server listen on a free port of this machine until the test ends; resolves with its address. */
export async function serve(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    const closed = closeServer(server);
    server.closeAllConnections();
    return closed;
  });
  return `http://127.0.0.1:${port}`;
}

import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SetupError } from '../../server/errors.ts';
import { closeServer, listen } from '../../server/http/server.ts';
import { serve } from '../support/serve.ts';

describe('listening', () => {
  it('on a port that is taken names the variable to change', async () => {
    const port = Number(new URL(await serve(createServer())).port);
    const second = listen(createServer(), port, '127.0.0.1');
    await expect(second).rejects.toThrow(
      new SetupError(
        `Port ${port} is in use by another program. Stop that program, or set PORT to another number.`,
      ),
    );
  });
});

describe('closing the server', () => {
  it('lets the request under way have its answer, and takes no new one', async () => {
    const server = createServer(async (_, response) => {
      await sleep(100);
      response.end('answered');
    });
    const url = await serve(server);
    const underWay = fetch(url).then((response) => response.text());
    await sleep(30);
    await closeServer(server);
    expect(await underWay).toBe('answered');
    await expect(fetch(url)).rejects.toThrow();
  });
});

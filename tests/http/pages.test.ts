import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createHttpServer } from '../../server/http/server.ts';
import { keepLog } from '../support/log.ts';
import { serve } from '../support/serve.ts';

type Pages = (request: IncomingMessage, response: ServerResponse) => void;

async function openPages(options: { frameOrigin?: string | null; dev?: boolean; pages?: Pages } = {}) {
  const { frameOrigin = null, dev = false, pages = (_, response) => void response.end('page') } = options;
  const { log, lines } = keepLog();
  const server = createHttpServer({
    routes: { '/ours': (_, response) => void response.end('ours') },
    ...{ pages, frameOrigin, dev, log },
  });
  const url = await serve(server);
  const get = (path: string) => fetch(`${url}${path}`);
  return { get, lines };
}

const directive = (response: Response, name: string) =>
  response.headers
    .get('content-security-policy')
    ?.split('; ')
    .find((one) => one.startsWith(`${name} `));

describe('a page', () => {
  it('may be framed by Telegram’s web clients and by nobody else', async () => {
    const response = await (await openPages()).get('/');
    expect(directive(response, 'frame-ancestors')).toBe(
      "frame-ancestors 'self' https://web.telegram.org https://*.telegram.org",
    );
    expect(response.headers.get('x-frame-options')).toBeNull();
  });

  it('may be framed by the simulator when there is one', async () => {
    const response = await (await openPages({ frameOrigin: 'http://localhost:3001' })).get('/leads');
    expect(directive(response, 'frame-ancestors')).toMatch(/ http:\/\/localhost:3001$/);
  });

  it('runs scripts with this answer’s own nonce only, and the framework is told the same policy', async () => {
    const policies: unknown[] = [];
    const { get } = await openPages({
      pages: (request, response) => {
        policies.push(request.headers['content-security-policy']);
        response.end();
      },
    });
    const answers = [await get('/'), await get('/')];
    const sent = answers.map((answer) => answer.headers.get('content-security-policy'));
    expect(policies).toEqual(sent);
    const nonces = sent.map((policy) => policy?.match(/script-src 'self' 'nonce-([\w+/=]{20,})'/)?.[1]);
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(sent[0]).not.toMatch(/unsafe/);
  });

  it('does not trust a policy that the visitor sends', async () => {
    const seen: unknown[] = [];
    const { get } = await openPages({
      pages: (request, response) => {
        seen.push(request.headers['content-security-policy']);
        response.end();
      },
    });
    await get('/');
    expect(seen[0]).toContain("object-src 'none'");
  });

  it('allows what hot reloading needs in development only', async () => {
    const response = await (await openPages({ dev: true })).get('/');
    expect(directive(response, 'script-src')).toContain("'unsafe-eval'");
    expect(directive(response, 'connect-src')).toContain('ws:');
  });

  it('is not sniffed, leaks no address, and asks for no camera', async () => {
    const { headers } = await (await openPages()).get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it('that fails is an empty 500 and a line in the log', async () => {
    const { get, lines } = await openPages({
      pages: () => {
        throw new Error('secret detail');
      },
    });
    const response = await get('/leads?token=secret');
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(lines()).toMatchObject([{ level: 50, path: '/leads' }]);
    expect(JSON.stringify(lines())).not.toContain('token=secret');
  });
});

describe('a route of ours', () => {
  it('is found by its exact path, whatever the query', async () => {
    const { get } = await openPages();
    expect(await (await get('/ours?x=1')).text()).toBe('ours');
    expect(await (await get('/ours/')).text()).toBe('page');
  });
});

import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createHttpServer } from '../../server/http/server.ts';
import { createLog } from '../../server/log.ts';
import { currentTrace, newTraceId, withTrace } from '../../server/trace.ts';
import { serve } from '../support/serve.ts';

/** The program's own log, writing into a list. */
function openLog(level = 'info') {
  const written: string[] = [];
  const log = createLog(level, { write: (line) => void written.push(line) });
  return { log, written, lines: () => written.map((line) => JSON.parse(line)) };
}

describe('a log line', () => {
  it('is one line of JSON with time, level and words', () => {
    const { log, written, lines } = openLog();
    log.info({ leadId: 7 }, 'two\nlines');
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^[^\n]+\n$/);
    expect(lines()[0]).toEqual({
      ...{
        level: 30,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        leadId: 7,
        msg: 'two\nlines',
      },
    });
  });

  it('within a trace carries its id, also after waiting, and in what was started and not waited for', async () => {
    const { log, lines } = openLog();
    let ended: Promise<void> | undefined;
    await withTrace('abc', async () => {
      log.info('at once');
      await turn();
      log.info('later');
      ended = turn().then(() => log.info('on its own'));
    });
    await ended;
    log.info('outside');
    expect(lines().map(({ msg, trace }) => [msg, trace])).toEqual([
      ['at once', 'abc'],
      ['later', 'abc'],
      ['on its own', 'abc'],
      ['outside', undefined],
    ]);
  });

  it('in a trace within a trace carries the inner id', () => {
    const seen = withTrace('outer', () => [withTrace('inner', currentTrace), currentTrace()]);
    expect(seen).toEqual(['inner', 'outer']);
  });
});

describe('a correlation id', () => {
  it('is short, and never the same twice', () => {
    const ids = new Set(Array.from({ length: 1000 }, newTraceId));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('a request', () => {
  /** A server with a page that logs before and after others got their turn, one that fails, and a route of ours. */
  async function openServer() {
    const { log, lines } = openLog();
    const server = createHttpServer({
      routes: { '/ours': (_, response) => void response.end(currentTrace()) },
      pages: async ({ url: path }, response) => {
        log.info({ path }, 'begin');
        for (let count = 0; count < 5; count += 1) await turn();
        log.info({ path }, 'end');
        if (path === '/broken') throw new Error('a bug');
        response.end();
      },
      ...{ frameOrigin: null, dev: false, log },
    });
    const url = await serve(server);
    const get = (path: string, headers = {}) => fetch(`${url}${path}`, { headers });
    return {
      get,
      tracesOf: (path: string) => lines().flatMap((line) => (line.path === path ? [line.trace] : [])),
    };
  }

  const idOf = (response: Response) => response.headers.get('x-request-id');

  it('has one id in all its log lines and in the answer, and another one at the same time has another', async () => {
    const { get, tracesOf } = await openServer();
    const [one, two] = (await Promise.all([get('/one'), get('/two')])).map(idOf);
    expect(one).toMatch(/^[0-9a-f]{12}$/);
    expect(two).not.toBe(one);
    expect(tracesOf('/one')).toEqual([one, one]);
    expect(tracesOf('/two')).toEqual([two, two]);
  });

  it('that fails tells its id, with which the cause is found', async () => {
    const { get, tracesOf } = await openServer();
    const response = await get('/broken');
    expect(response.status).toBe(500);
    expect(tracesOf('/broken')).toEqual(Array(3).fill(idOf(response)));
  });

  it('to a route of ours, such as the webhook, is traced as well', async () => {
    const { get } = await openServer();
    const response = await get('/ours');
    expect(await response.text()).toBe(idOf(response));
  });

  it('does not choose its id', async () => {
    const { get } = await openServer();
    expect(idOf(await get('/ours', { 'X-Request-Id': 'forged' }))).toMatch(/^[0-9a-f]{12}$/);
  });
});

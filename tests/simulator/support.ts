import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, type GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { createLog } from '../../server/log.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../server/simulator/index.ts';
import type { ChatView } from '../../server/simulator/view.ts';

export const OLGA = 1001;
export const MAX = 1002;

/** A simulator in memory on a free port, with nothing due unless a test says so. */
export function startTrial(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({
    port: 0,
    stateFile: null,
    log: createLog('silent'),
    nextDueAt: async () => null,
    runPollers: async () => {},
    ...options,
  });
}

/** A real grammY bot that talks to the simulator over HTTP. */
export function botFor(simulator: Simulator): Bot {
  return new Bot(simulator.botToken, { client: { apiRoot: simulator.url } });
}

export type Posted = { status: number; body: Record<string, unknown> };

/** Posts JSON to one of the simulator's own routes. */
export async function post(simulator: Simulator, name: string, body: unknown, headers = {}): Promise<Posted> {
  const response = await fetch(`${simulator.url}/simulator/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

export async function stateOf(simulator: Simulator, userId = OLGA): Promise<ChatView> {
  return (await fetch(`${simulator.url}/simulator/state?user=${userId}`)).json();
}

export async function say(
  simulator: Simulator,
  text: string,
  userId = OLGA,
  replyTo?: number,
): Promise<number> {
  const { body } = await post(simulator, 'send', { userId, text, replyTo });
  return Number(body.messageId);
}

/** What Telegram said no with, or null when the call worked. */
export async function refusal(call: Promise<unknown>): Promise<{ code: number; description: string } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { error_code, description } = error as GrammyError;
    return { code: error_code, description };
  }
}

/** Waits until `probe` gives a value; fails after two seconds. */
export async function eventually<T>(
  probe: () => T | undefined | null | false | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error('It did not happen within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

export type Hook = {
  url: string;
  received: { update: Update; secret: string | undefined }[];
  /** How the next posts are answered, in order; 200 when there is none. */
  answers: number[];
  close(): void;
};

/** A webhook that keeps what it gets. */
export async function startHook(): Promise<Hook> {
  const received: Hook['received'] = [];
  const answers: number[] = [];
  const server: Server = createServer((request, response) => {
    void readJson(request).then((update) => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      received.push({ update, secret: Array.isArray(secret) ? secret[0] : secret });
      response.statusCode = answers.shift() ?? 200;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/hook`,
    received,
    answers,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readJson(request: IncomingMessage): Promise<Update> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

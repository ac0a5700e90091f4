import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelProvider } from '../../model/config.ts';
import { readBody, sendJson } from '../http.ts';
import { answerTask } from './answer-task.ts';
import type { ActiveModelFault, ModelFaults } from './faults.ts';
import { hear } from './hear.ts';
import { readQuestion } from './read-question.ts';
import { spoil } from './spoil.ts';

const standInName = 'stand-in-colleague';

/** How the stand-in is reached at a server that serves it; it writes, sees as little as it can, and hears. */
export const standInProvider = (root: string): ModelProvider => ({
  ...{ baseUrl: `${root}/model/v1`, apiKey: null },
  ...{ model: standInName, visionModel: standInName, audioModel: standInName },
});

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** What a stand-in shares with who runs it. `heard` is told of each call before it is answered. */
export type StandInTools = {
  faults: ModelFaults;
  heard?(call: { path: string; body: string; authorization: string | undefined }): void;
};

/** The stand-in alone, not yet listening. */
export const createStandInServer = (tools: StandInTools): Server =>
  createServer((request, response) => {
    void serveModel(tools, request, response, request.url ?? '').then((known) => {
      if (!known) sendJson(response, 404, {});
    });
  });

/** Answers the two addresses of OpenAI's API that are used here. Returns false when the path is something else. */
export async function serveModel(
  { faults, heard }: StandInTools,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  const act = path === '/model/v1/chat/completions' ? complete : transcribe;
  if (act === transcribe && path !== '/model/v1/audio/transcriptions') return false;
  const body = await readBody(request);
  heard?.({ path, body: body?.toString('utf8') ?? '', authorization: request.headers.authorization });
  const fault = faults.take();
  if (fault?.kind === 'slow') await sleep(fault.seconds * 1000, undefined, { ref: false });
  if (fault?.kind === 'dropped') {
    request.socket.resetAndDestroy();
    return true;
  }
  if (fault?.kind === 'html') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome to the proxy</h1>');
    return true;
  }
  const refusal = refusalOf(fault);
  const { status, body: answer, headers } = refusal ?? (await act(body, request, fault));
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  sendJson(response, status, answer);
  return true;
}

/** POST /chat/completions, OpenAI's shape (https://platform.openai.com/docs/api-reference/chat). */
function complete(body: Buffer | null, _: IncomingMessage, fault: ActiveModelFault | null): Answer {
  const question = readQuestion(body);
  if (!question) return error(400, 'invalid_request_error', 'This is no question that the stand-in knows');
  const refuses = fault?.kind === 'refusal';
  const content = refuses ? null : spoil(answerTask(question), question.task, fault?.kind);
  const message = refuses
    ? { role: 'assistant', content, refusal: 'I cannot help with that.' }
    : { role: 'assistant', content };
  return {
    status: 200,
    body: {
      ...{ id: 'chatcmpl-stand-in', object: 'chat.completion', created: 0, model: standInName },
      choices: [{ index: 0, message, finish_reason: fault?.kind === 'cut-off' ? 'length' : 'stop' }],
      usage: usageOf(question.length, content?.length ?? 0),
    },
  };
}

/** POST /audio/transcriptions, multipart as OpenAI takes it. */
async function transcribe(body: Buffer | null, request: IncomingMessage): Promise<Answer> {
  const text = await hear(body, request.headers['content-type'] ?? '');
  if (text === null) return error(400, 'invalid_request_error', 'There is no file in the form');
  return { status: 200, body: { text } };
}

/** About four characters a token, as for English. */
function usageOf(asked: number, said: number) {
  const [prompt_tokens, completion_tokens] = [Math.ceil(asked / 4), Math.ceil(said / 4)];
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

function refusalOf(fault: ActiveModelFault | null): Answer | null {
  switch (fault?.kind) {
    case '401':
      return error(401, 'invalid_api_key', 'Incorrect API key provided');
    case '500':
      return error(500, 'server_error', 'The server had an error');
    case '429': {
      const headers = { 'Retry-After': String(Math.ceil(fault.seconds)) };
      return { ...error(429, 'rate_limit_exceeded', 'Rate limit reached'), headers };
    }
  }
  return null;
}

const error = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { message, type: code, code, param: null } },
});

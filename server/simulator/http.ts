import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 1_000_000;
/** A file of 6 MB, in Base64 or as it is, and what comes with it. */
export const MAX_BODY_BYTES_WITH_FILE = 9_000_000;

/** The whole body, or null when it is larger than `maxBytes`, which is 1 MB unless it may hold a file. */
export async function readBody(request: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // What is too large is still read to its end: leaving early cuts the connection before the answer is out.
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size <= maxBytes ? Buffer.concat(chunks) : null;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

/**
 * Whether a call comes from the simulator's own page or from a tool on this machine. A page elsewhere must not be able
 * to act as Olga: it may neither name another host (DNS rebinding) nor post without the browser asking first.
 */
export function isOwnCall(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  const origin = request.headers.origin;
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return request.method === 'GET' || (request.headers['content-type'] ?? '').startsWith('application/json');
}

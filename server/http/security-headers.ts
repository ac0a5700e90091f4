import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Telegram's web clients show a Mini App in a frame (telegram.org's own hosts); X-Frame-Options would forbid it. */
const telegramFrames = ['https://web.telegram.org', 'https://*.telegram.org'];

/**
 * Sets the security headers of a page. Next.js takes the nonce for its own scripts from the request's policy, so it is
 * set on both sides. `frameOrigin` is the simulator's origin, if there is one; `dev` allows what hot reloading needs.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { frameOrigin, dev }: { frameOrigin: string | null; dev: boolean },
): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https://t.me",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors 'self' ${[...telegramFrames, ...(frameOrigin ? [frameOrigin] : [])].join(' ')}`,
  ].join('; ');
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
}

import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

type Asset = { type: string; content: string };
/** The files of the page, by path. */
export type Page = Map<string, Asset>;

/** The page frames the Mini App, whatever its address; everything else comes from here. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  'frame-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

let built: Promise<Page> | undefined;

/** Reads and bundles the page, once in a process, however many simulators start in it. */
export function buildPage(): Promise<Page> {
  built ??= bundlePage();
  return built;
}

async function bundlePage(): Promise<Page> {
  const folder = fileURLToPath(new URL('../page', import.meta.url));
  const bundle = async (entry: string) => {
    const result = await build({
      entryPoints: [join(folder, entry)],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
    });
    return result.outputFiles[0]?.text ?? '';
  };
  const [html, css, script] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    bundle('style.css'),
    bundle('main.ts'),
  ]);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', content: html }],
    ['/style.css', { type: 'text/css; charset=utf-8', content: css }],
    ['/main.js', { type: 'text/javascript; charset=utf-8', content: script }],
  ]);
}

/** Sends a file of the page; false when there is none at this path. */
export function servePage(page: Page, path: string, response: ServerResponse): boolean {
  const asset = page.get(path);
  if (!asset) return false;
  response.writeHead(200, {
    'Content-Type': asset.type,
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(asset.content);
  return true;
}

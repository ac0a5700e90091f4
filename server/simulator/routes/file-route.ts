import type { ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { mimeTypeOf } from '../mime-types.ts';
import { type Reply, refuse } from './route.ts';

/**
 * GET /simulator/file?id=FILE_ID: a file of a chat for the page, to be saved or shown as a picture. Whatever is inside,
 * it is never a page of its own: a file from elsewhere must not be able to act here.
 */
export async function sendStoredFile(
  context: Context,
  fileId: string,
  response: ServerResponse,
): Promise<Reply | null> {
  const file = context.files.find(fileId);
  const bytes = file && (await context.files.read(file.path));
  if (!bytes) return refuse(404, 'This file is no longer here');
  const type = mimeTypeOf(file.path);
  response.writeHead(200, {
    'Content-Type': type.startsWith('image/') ? type : 'application/octet-stream',
    'Content-Disposition': 'attachment',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
  return null;
}

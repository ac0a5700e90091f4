import { Api } from 'grammy';
import { readFailure } from './failure.ts';

/** Larger files are refused before they are fetched; Telegram itself gives bots up to 20 MB (Bot API, getFile). */
export const maxFileBytes = 5 * 1024 * 1024;

export type FileRead =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'too-big' | 'gone' | 'unreachable' };

/** Reads files that people sent to the bot. */
export type Files = {
  /** The bytes of a file by Telegram's id for it, which stays valid. Never rejects for what Telegram or a network does. */
  read(fileId: string): Promise<FileRead>;
};

/** Files as the Bot API hands them out: a path first (getFile), then the bytes at `apiRoot`/file/bot<token>/<path>. */
export function createFiles(token: string, apiRoot: string): Files {
  const api = new Api(token, { apiRoot, timeoutSeconds: timeoutMs / 1000 });
  return {
    async read(fileId) {
      try {
        const file = await api.getFile(fileId);
        if ((file.file_size ?? 0) > maxFileBytes) return { ok: false, reason: 'too-big' };
        if (!file.file_path) return { ok: false, reason: 'gone' };
        const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`, {
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!response.ok) return { ok: false, reason: response.status === 404 ? 'gone' : 'unreachable' };
        const bytes = new Uint8Array(await response.arrayBuffer());
        return bytes.length > maxFileBytes ? { ok: false, reason: 'too-big' } : { ok: true, bytes };
      } catch (error) {
        return { ok: false, reason: isGone(error) ? 'gone' : 'unreachable' };
      }
    },
  };
}

const timeoutMs = 15_000;

/** Telegram answers that it does not have the file (any more); a bot that asks too often, or whose token is wrong, may ask again. */
function isGone(error: unknown): boolean {
  const failure = readFailure(error);
  return failure?.kind === 'answered' && (failure.code === 400 || failure.code === 404);
}

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SimulatorState, StoredFile } from './state.ts';

/** What a file is in the chat, which is also the folder Telegram keeps it in. */
export type FileKind = 'document' | 'photo' | 'voice';

export type NewFile = {
  kind: FileKind;
  name: string;
  bytes: Uint8Array;
  /** The size to tell the bot, when the bytes themselves are left out because they are too many. */
  size?: number;
};

/** The files of all chats. */
export type Files = {
  add(file: NewFile): Promise<StoredFile>;
  find(fileId: string): StoredFile | undefined;
  /** The bytes at a path that getFile gave; null for a path that is none of ours, or whose bytes are dropped. */
  read(path: string): Promise<Buffer | null>;
};

const MAX_FILES = 20;
const FOLDERS = { document: 'documents', photo: 'photos', voice: 'voice' };

/** The newest twenty files: each in a file of its own in `folder`, or in memory when that is null. */
export function createFiles(folder: string | null, state: SimulatorState, save: () => void): Files {
  const inMemory = new Map<string, Buffer>();
  const onDisk = (path: string) => join(folder ?? '', basename(path));

  async function write(path: string, bytes: Buffer): Promise<void> {
    if (!folder) return void inMemory.set(path, bytes);
    await mkdir(folder, { recursive: true });
    await writeFile(onDisk(path), bytes, { mode: 0o600 });
  }
  async function drop(path: string): Promise<void> {
    inMemory.delete(path);
    if (folder) await rm(onDisk(path), { force: true });
  }

  return {
    async add({ kind, name, bytes, size }) {
      const path = `${FOLDERS[kind]}/file_${state.nextFileNumber++}${safeEnding(name)}`;
      const file = { id: randomId(45), uniqueId: randomId(11), path, size: size ?? bytes.length };
      await write(path, Buffer.from(bytes));
      state.files.push(file);
      for (const old of state.files.splice(0, Math.max(0, state.files.length - MAX_FILES))) {
        await drop(old.path);
      }
      save();
      return file;
    },
    find: (fileId) => state.files.find(({ id }) => id === fileId),
    async read(path) {
      if (!state.files.some((file) => file.path === path)) return null;
      if (!folder) return inMemory.get(path) ?? null;
      return readFile(onDisk(path)).catch(() => null);
    },
  };
}

/** Ids begin with letters as Telegram's do: nothing may take them for numbers. */
const randomId = (bytes: number) => `AgAC${randomBytes(bytes).toString('base64url')}`;

/** The ending of a name, as far as it may stand in a path: ".csv", or nothing. */
function safeEnding(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z\d]{1,8}$/.test(ending) ? ending : '';
}

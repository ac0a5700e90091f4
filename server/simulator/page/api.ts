import type { Contact } from 'grammy/types';
import type { CallbackAnswer } from '../callbacks.ts';
import type { FaultRequest } from '../faults.ts';
import type { FileKind } from '../files.ts';
import type { ModelFaultRequest } from '../model/faults.ts';
import type { Place } from '../state.ts';
import type { ChatView } from '../view.ts';
import type { Forwarded } from './forward-dialog.ts';

export type TapResult = { answered: boolean } & Partial<CallbackAnswer>;
/** A file for the bot: its content in Base64, or only the size of one that is too large to keep. */
export type FileToSend = {
  kind: FileKind;
  name?: string;
  mimeType?: string;
  caption?: string;
  duration?: number;
} & ({ data: string } | { size: number });
export type ClockResult = { moved: boolean; now: string; message?: string };

/** The simulator's own routes (routes/chat-routes.ts). Rejects with words fit for a toast when one refuses. */
export const api = {
  state: async (userId: number) => read<ChatView>(await fetch(`/simulator/state?user=${userId}`)),
  send: (userId: number, text: string, replyTo?: number) => post<unknown>('send', { userId, text, replyTo }),
  shareLocation: (userId: number, place: Place) => post<unknown>('location', { userId, ...place }),
  forward: (userId: number, message: Forwarded) => post<unknown>('forward', { userId, ...message }),
  shareContact: (userId: number, contact: Contact) => post<unknown>('contact', { userId, ...contact }),
  sendFile: (userId: number, file: FileToSend) => post<unknown>('file', { userId, ...file }),
  pickUsers: (userId: number, requestId: number, userIds: number[]) =>
    post<unknown>('pick-users', { userId, requestId, userIds }),
  tap: (userId: number, messageId: number, row: number, column: number) =>
    post<TapResult>('tap', { userId, messageId, row, column }),
  block: (userId: number, blocked: boolean) => post<unknown>('block', { userId, blocked }),
  playFault: (fault: FaultRequest) => post<unknown>('faults', fault),
  playModelFault: (fault: ModelFaultRequest) => post<unknown>('model-faults', fault),
  allowWriting: (userId: number) => post<unknown>('write-access', { userId }),
  initData: async (userId: number, startParam?: string) =>
    (await post<{ initData: string }>('init-data', { userId, startParam })).initData,
  moveClock: (by: { advanceMs: number } | { toNextDue: true }) => post<ClockResult>('clock', by),
};

async function post<T>(name: string, body: unknown): Promise<T> {
  const response = await fetch(`/simulator/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error('No answer. Is Followthrough still running?');
  });
  return read<T>(response);
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? `The simulator answered ${response.status}`);
  return body;
}

/** Calls back whenever the user's chat changed or the bot is typing; also after the connection came back. */
export function listen(userId: number, on: { changed(): void; typing(): void }): () => void {
  const source = new EventSource(`/simulator/events?user=${userId}`);
  source.addEventListener('open', on.changed);
  source.addEventListener('changed', on.changed);
  source.addEventListener('typing', on.typing);
  return () => source.close();
}

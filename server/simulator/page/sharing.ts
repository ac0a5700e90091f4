import type { KeyboardButtonRequestUsers } from 'grammy/types';
import { MAX_FILE_BYTES } from '../limits.ts';
import { api } from './api.ts';
import type { Attachable } from './attach-menu.ts';
import { tryOut } from './dialogs.ts';
import { chooseFile, toBase64 } from './file-input.ts';
import { askForward } from './forward-dialog.ts';
import { askCaption, askContact, askPeople, askVoice } from './share-dialogs.ts';

/** Asks for what to attach, then sends it as this person. */
export function attach(userId: number, what: Attachable): Promise<boolean> {
  return tryOut(() => acts[what](userId));
}

/** Asks whom to pick for a request_users key, then answers it. */
export function pickPeople(userId: number, asked: KeyboardButtonRequestUsers): Promise<boolean> {
  return tryOut(async () => {
    const userIds = await askPeople(asked);
    if (userIds) await api.pickUsers(userId, asked.request_id, userIds);
  });
}

const acts: Record<Attachable, (userId: number) => Promise<void>> = {
  async forward(userId) {
    for (const message of (await askForward()) ?? []) await api.forward(userId, message);
  },
  async contact(userId) {
    const contact = await askContact();
    if (contact) await api.shareContact(userId, contact);
  },
  document: (userId) => sendChosen(userId, 'document', ''),
  photo: (userId) => sendChosen(userId, 'photo', 'image/*'),
  async voice(userId) {
    const note = await askVoice();
    if (!note) return;
    const data = await toBase64(new Blob([note.words]));
    await api.sendFile(userId, { kind: 'voice', data, duration: note.duration });
  },
};

async function sendChosen(userId: number, kind: 'document' | 'photo', accept: string): Promise<void> {
  const file = await chooseFile(accept);
  const caption = file && (await askCaption(file));
  if (!file || caption === null) return;
  const content = file.size > MAX_FILE_BYTES ? { size: file.size } : { data: await toBase64(file) };
  const type = file.type ? { mimeType: file.type } : {};
  await api.sendFile(userId, { kind, name: file.name, ...type, caption, ...content });
}

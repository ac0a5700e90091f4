'use server';

import { z } from 'zod';
import { cardFromFile } from '#server/capture/from-file.ts';
import { cardFromText } from '#server/capture/from-text.ts';
import { startCapture } from '#server/capture/start-capture.ts';
import { getRuntime } from '#server/runtime.ts';
import { neededText } from '#server/text-input.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { fileProblem, fileProblems, importTexts } from '../_texts/imports.ts';

/** 700 KB in Base64: with it one request stays below the megabyte that Next takes. */
const maxBase64 = Math.ceil((700 * 1024) / 3) * 4;

/** A pasted text becomes a confirm card; a model looks at it too where there is one and the rules leave doubt. */
export const importText = userAction(
  z.object({ text: neededText('The text', 20_000, importTexts.textMissing) }),
  async ({ db, user, now }, { text }) => {
    const card = cardFromText(text, { user, model: getRuntime().model });
    const captureId = await startCapture(db, { ...card, userId: user.id, now });
    return { ok: true, captureId };
  },
);

/** A vCard file or a table, its bytes in Base64, becomes a confirm card. */
export const importFile = userAction(
  z.object({
    name: z.string().max(255),
    mimeType: z.string().max(255),
    base64: z.base64(fileProblems.unknown).max(maxBase64, importTexts.tooBig),
  }),
  async ({ db, user, now }, { base64, ...file }) => {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    const read = cardFromFile({ ...file, bytes, caption: '' }, user);
    if (!read.ok) return refuse('invalid', fileProblem(read));
    const captureId = await startCapture(db, { ...read.card, userId: user.id, now });
    return { ok: true, captureId };
  },
);

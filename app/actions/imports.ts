'use server';

import { z } from 'zod';
import { countryOf } from '#server/capture/phone.ts';
import { readFile } from '#server/capture/reading/read-file.ts';
import { readText } from '#server/capture/reading/read-text.ts';
import { startCapture } from '#server/capture/start-capture.ts';
import { mayUseModel } from '#server/model/port.ts';
import { getRuntime } from '#server/runtime.ts';
import { neededText } from '#server/text-input.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { fileProblems, importTexts } from '../_texts/imports.ts';

/** 700 KB in Base64: with it one request stays below the megabyte that Next takes. */
const maxBase64 = Math.ceil((700 * 1024) / 3) * 4;
/** So long a text may say more than the rules find in it. */
const plainLength = 80;

/** A pasted text becomes a confirm card; a model looks at it too where there is one and the rules leave doubt. */
export const importText = userAction(
  z.object({ text: neededText('The text', 20_000, importTexts.textMissing) }),
  async ({ db, user, now }, { text }) => {
    const person = readText(text, countryOf(user));
    const doubtful = person.name === '' || text.length > plainLength;
    const reads = doubtful && getRuntime().model.name !== null && mayUseModel(user);
    const status = reads ? 'reading' : 'open';
    const raw = reads ? text : '';
    const captureId = await startCapture(db, {
      ...{ userId: user.id, source: 'text', people: [person], raw, status, now },
    });
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
    const read = readFile(new Uint8Array(Buffer.from(base64, 'base64')), file, countryOf(user));
    if (!read.ok) return refuse('invalid', fileProblems[read.reason]);
    const { source, people, spoilt, mapping } = read;
    const captureId = await startCapture(db, {
      ...{ userId: user.id, source, people, spoilt, raw: mapping ?? '', status: 'open', now },
    });
    return { ok: true, captureId };
  },
);

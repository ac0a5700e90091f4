import type { User } from '../auth/users.ts';
import { getUser } from '../auth/users.ts';
import {
  claimCapture,
  failReading,
  finishReading,
  getNextReadingAt,
  keepReading,
  type ReadFailure,
  releaseReading,
} from '../capture/claim-captures.ts';
import { isForwarded, withWords } from '../capture/forward.ts';
import type { Capture } from '../capture/lock-capture.ts';
import { leavesDoubt } from '../capture/may-read.ts';
import { noteOf } from '../capture/person.ts';
import { countryOf } from '../capture/phone.ts';
import { readText } from '../capture/reading/read-text.ts';
import { readPhotoWithModel, readTextWithModel } from '../capture/reading/read-with-model.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { errorText } from '../errors.ts';
import { mayUseModel, type NoAnswer } from '../model/port.ts';
import type { PollerDeps } from './index.ts';
import { sideBySide } from './side-by-side.ts';

const atOnce = 3;
/** After a failure of ours or of a file's way here. */
const againMs = 10_000;

type Outcome = { people: CapturedPerson[] } | { failure: ReadFailure; retryAfterMs: number | null };

/** Lets the model look at every card that waits for it; one that fails does not stop the others. */
export const createReading = (deps: PollerDeps, { graceMs }: { graceMs?: number } = {}) =>
  sideBySide<Capture>(
    { clock: deps.clock, limit: atOnce, graceMs },
    {
      claim: (now) => claimCapture(deps.db, now),
      nextAt: () => getNextReadingAt(deps.db),
      keep: (claimed, now) => keepReading(deps.db, claimed, now),
      release: async (claimed) => {
        await releaseReading(deps.db, claimed);
        deps.wake.notify('reminders');
      },
      work: (claimed, stopping) => readOne(deps, claimed, stopping),
    },
  );

async function readOne(deps: PollerDeps, claimed: Capture, stopping: AbortSignal): Promise<void> {
  const { db, clock, log, wake } = deps;
  const outcome = await read(deps, claimed).catch((error): Outcome => {
    // What is not finished in time loses its database, which is no news.
    if (!stopping.aborted)
      log.error({ captureId: claimed.id, error: errorText(error) }, 'a capture could not be read');
    return { failure: 'failed', retryAfterMs: againMs };
  });
  if ('people' in outcome) await finishReading(db, claimed, outcome.people);
  else await failReading(db, claimed, { ...outcome, now: clock.now() });
  wake.notify('chat-refresh', 'reminders');
}

async function read(deps: PollerDeps, claimed: Capture): Promise<Outcome> {
  const user = await getUser(deps.db, claimed.userId);
  // Switched off meanwhile.
  if (!user || !mayUseModel(user)) return { failure: 'failed', retryAfterMs: null };
  if (claimed.source === 'voice') return hear(deps, claimed, user);
  if (claimed.source === 'photo') return look(deps, claimed, user);
  return readWords(deps, claimed, user, claimed.raw);
}

async function readWords(
  { model, log }: PollerDeps,
  { id, people }: Capture,
  user: User,
  text: string,
): Promise<Outcome> {
  const [before = null] = people;
  const asked = { userId: user.id, text, before, country: countryOf(user) };
  const found = await readTextWithModel(model, asked);
  if (found.ok) return found;
  log.warn({ captureId: id, cause: found.cause }, 'a model did not read a text');
  return failed(found);
}

/** What was said is read by the rules first, as a text is: below the caption, or as what the sender said. */
async function hear(deps: PollerDeps, claimed: Capture, user: User): Promise<Outcome> {
  const file = await fetchFile(deps, claimed);
  if ('failure' in file) return file;
  const heard = await deps.model.transcribe({ userId: user.id, bytes: file.bytes, mediaType: 'audio/ogg' });
  if (!heard.ok) return failed(heard);
  const said = heard.value.trim();
  if (!said) return { failure: 'nobody', retryAfterMs: null };
  const text = noteOf(claimed.raw, said);
  const [before = null] = claimed.people;
  const person =
    before && isForwarded(before)
      ? withWords(before, said, countryOf(user))
      : { ...readText(text, countryOf(user)), source: 'Voice note' };
  if (!leavesDoubt({ text, person }, { user, model: deps.model })) return { people: [person] };
  const outcome = await readWords(deps, { ...claimed, people: [person] }, user, text);
  return 'people' in outcome ? outcome : { people: [person] };
}

async function look(deps: PollerDeps, claimed: Capture, user: User): Promise<Outcome> {
  const file = await fetchFile(deps, claimed);
  if ('failure' in file) return file;
  const [before = null] = claimed.people;
  const picture = { bytes: file.bytes, mediaType: mediaTypeOf(file.bytes) };
  const asked = { userId: user.id, picture, before, caption: claimed.raw };
  const found = await readPhotoWithModel(deps.model, asked);
  if (!found.ok) return failed(found);
  if (found.people.length === 0) return { failure: 'nobody', retryAfterMs: null };
  return { people: found.people.map((person) => ({ ...person, source: person.source || 'Photo' })) };
}

async function fetchFile(
  { files }: PollerDeps,
  { fileId }: Capture,
): Promise<{ bytes: Uint8Array } | { failure: ReadFailure; retryAfterMs: number | null }> {
  const file = fileId ? await files.read(fileId) : ({ ok: false, reason: 'gone' } as const);
  if (file.ok) return file;
  return { failure: 'gone', retryAfterMs: file.reason === 'unreachable' ? againMs : null };
}

const failed = ({ reason, retryAfterMs }: NoAnswer): Outcome => ({
  ...{ failure: reason === 'limit' ? ('limit' as const) : ('failed' as const), retryAfterMs },
});

/** By the first bytes: Telegram does not say what a photo is. */
function mediaTypeOf([first, second]: Uint8Array): string {
  if (first === 0x89 && second === 0x50) return 'image/png';
  return first === 0x52 && second === 0x49 ? 'image/webp' : 'image/jpeg';
}

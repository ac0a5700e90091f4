import type { Db } from '../db/client.ts';
import { captures } from '../db/schema.ts';
import type { CapturedPerson, SpoiltRow } from '../db/stored-json.ts';
import { fitPerson, storable } from './fit-person.ts';
import type { Capture } from './lock-capture.ts';

export type NewCapture = {
  userId: number;
  source: Capture['source'];
  people: CapturedPerson[];
  spoilt?: SpoiltRow[];
  /** What a model is to read, with status "reading"; of a CSV file the words about its columns, for the person. */
  raw?: string;
  /** Telegram's id of the photo or voice note to look at. */
  fileId?: string | null;
  status: 'reading' | 'open';
  now: Date;
};

/** Writes a confirm card down and returns its id. Nobody on it is a lead before the person says so. */
export async function startCapture(db: Db, capture: NewCapture): Promise<string> {
  const { userId, source, people, spoilt = [], raw = '', fileId = null, status, now } = capture;
  const [row] = await db
    .insert(captures)
    .values({
      ...{ userId, source, status, fileId, createdAt: now, addedAt: now },
      people: people.map(fitPerson),
      spoilt: spoilt.map(({ line, problem }) => ({ line, problem: storable(problem) })),
      raw: storable(raw),
    })
    .returning({ id: captures.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

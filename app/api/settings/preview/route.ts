import { previewPersonTime } from '#server/plans/person-time.ts';
import { type PreviewView, toPreviewView } from '#server/views/time-preview.ts';
import { keep, timeChange } from '../../../_lib/server/time-change.ts';
import { userRead } from '../../../_lib/server/user-read.ts';
import { refusals } from '../../../_texts/refusals.ts';
import { problemWords } from '../../../_texts/time.ts';

const input = timeChange.extend({ keep });

/** What `?change=` (JSON, as saveSettings takes it) would move, or why it would be refused; nothing is changed. */
export const GET = userRead(async ({ db, user, now, query }): Promise<PreviewView | null> => {
  const parsed = input.safeParse(readChange(query.get('change')));
  if (!parsed.success) return { problem: refusals.invalid, zones: null, moves: [] };
  const { keep: kept, ...change } = parsed.data;
  const result = await previewPersonTime(db, { userId: user.id, change, keep: kept, now });
  if (result.ok) return toPreviewView(user, { change, moves: result.moves, now });
  return result.reason === 'not-found'
    ? null
    : { problem: problemWords[result.reason], zones: null, moves: [] };
});

function readChange(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return null;
  }
}

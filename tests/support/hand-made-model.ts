import type { Answered, Ask, Model, NoAnswer } from '../../server/model/port.ts';
import { noModel } from '../../server/model/port.ts';

/** What a hand-made model says to one question: the JSON it would write, or why there is no answer. */
export type Saying = { json: unknown } | NoAnswer;

export const noAnswerFor = (reason: NoAnswer['reason'], retryAfterMs: number | null = null): NoAnswer => ({
  ok: false,
  reason,
  retryAfterMs,
  cause: 'a test',
});

/**
 * A model that says `says` one after the other, the last one again and again. Like the real one it validates, has an
 * answer put right once, and gives up then.
 */
export function handMadeModel(...says: Saying[]) {
  const asked: Ask<unknown>[] = [];
  let turn = 0;
  const next = () => says[Math.min(turn++, says.length - 1)] ?? noAnswerFor('down');
  const complaints: string[][] = [];
  async function ask<T>(question: Ask<T>): Promise<Answered<T> | NoAnswer> {
    asked.push(question as Ask<unknown>);
    for (const repaired of [false, true]) {
      if (repaired) await question.onRepair?.();
      const said = next();
      if ('ok' in said) return said;
      const parsed = question.answer.safeParse(said.json);
      const wrong = parsed.success
        ? (question.check?.(parsed.data) ?? [])
        : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      if (parsed.success && wrong.length === 0)
        return { ok: true, value: parsed.data, repaired, model: 'hand-made', tokens: { in: 100, out: 50 } };
      complaints.push(wrong);
    }
    return { ok: false, reason: 'invalid', retryAfterMs: null, cause: 'a test' };
  }
  const model: Model = { ...noModel, name: 'hand-made', ask };
  return { model, asked, complaints };
}

/** A step of a plan as a model answers it. */
export const answeredStep = (change: object = {}) => ({
  ...{ title: 'Send the case study', why: 'She asked for one.', delay_days: 3, timing: 'Day 3' },
  ...{ anchor: 'start', channel: 'email', draft: 'Hi Anna,\nhere is what you asked for.' },
  ...change,
});

/** A plan of three steps as a model answers it; `changes` are made to its steps in turn. */
export const answeredPlan = (...changes: object[]) => ({
  title: 'To the pilot',
  steps: [0, 1, 2].map((index) => {
    const days = 3 * (index + 1);
    return answeredStep({
      title: `Step ${index + 1}`,
      delay_days: days,
      timing: `Day ${days}`,
      ...changes[index],
    });
  }),
});

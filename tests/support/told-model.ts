import type { Ask, Model } from '../../server/model/port.ts';

/**
 * A model that answers what the test tells it to, one answer after the other, and is held to the question's schema and
 * check as a real one is: what does not hold is asked for once more. `asked` is what it was told.
 */
export function toldModel(...answers: unknown[]) {
  const asked: Pick<Ask<unknown>, 'task' | 'instructions' | 'data'>[] = [];
  const complaints: string[] = [];
  const model: Model = {
    ...{ name: 'told', sees: false, hears: false },
    async ask(question) {
      const { task, instructions, data } = question;
      asked.push({ task, instructions, data });
      for (const isLast of [false, true]) {
        const read = question.answer.safeParse(answers.shift());
        const wrong = read.success ? (question.check?.(read.data) ?? []) : ['it is not of the schema'];
        if (read.success && wrong.length === 0)
          return { ok: true, value: read.data, repaired: isLast, model: 'told', tokens: { in: 1, out: 1 } };
        complaints.push(...wrong);
        if (!isLast) await question.onRepair?.();
      }
      return { ok: false, reason: 'invalid', retryAfterMs: null, cause: 'still wrong' };
    },
    transcribe: async () => ({ ok: false, reason: 'off', retryAfterMs: null, cause: 'no ears' }),
  };
  return { model, asked, complaints };
}

import type { Clock } from '../clock.ts';
import type { Db } from '../db/client.ts';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { createCircuit } from './circuit.ts';
import type { ModelConfig, ModelProvider } from './config.ts';
import {
  type Answered,
  type Ask,
  type Model,
  type ModelTask,
  type NoAnswer,
  noAnswer,
  noModel,
} from './port.ts';
import { promptFor, repairPrompt } from './prompt.ts';
import { openProvider, type Reply } from './provider.ts';
import { readAnswer } from './read-answer.ts';
import { addTokens, countCall } from './usage.ts';

export type ModelDeps = { db: Db; clock: Clock; log: Log; meter?: Pick<Meter, 'asked'> };

/**
 * The model of this configuration, over HTTP: within the daily limits, kept away from a provider that fails, an answer
 * that does not hold sent back once. What it was asked and what it said is in no line of the log.
 */
export function createModel(config: ModelConfig, deps: ModelDeps): Model {
  const { provider } = config;
  if (!provider) return noModel;
  const { write, hear } = openProvider(provider, config.timeoutMs);
  const guarded = createGuard(config, deps);
  const { model, visionModel, audioModel } = provider;
  return {
    name: model,
    sees: visionModel !== null,
    hears: audioModel !== null,
    async ask(question) {
      const writer = question.picture ? visionModel : model;
      if (writer === null) return noAnswer('off', 'no model that sees is configured');
      return told(deps, { task: question.task, model: writer }, () =>
        askAndRepair(question, writer, (messages) => guarded(question.userId, () => write(writer, messages))),
      );
    },
    async transcribe({ userId, ...voice }) {
      if (audioModel === null) return noAnswer('off', 'no model that hears is configured');
      return told(deps, { task: 'hear-voice', model: audioModel }, async () => {
        const heard = await guarded(userId, () => hear(audioModel, voice));
        if (!heard.ok) return heard;
        return { ok: true, value: heard.text, repaired: false, model: audioModel, tokens: heard.tokens };
      });
    },
  };
}

type Write = (messages: ReturnType<typeof promptFor>) => Promise<Reply | NoAnswer>;

/** Asks, and once more with the validator's own words when the answer does not hold. */
async function askAndRepair<T>(
  question: Ask<T>,
  model: string,
  write: Write,
): Promise<Answered<T> | NoAnswer> {
  const asked = promptFor(question);
  const first = await write(asked);
  if (!first.ok) return first;
  const read = readAnswer(question, first);
  if (read.ok) return { ok: true, value: read.value, repaired: false, model, tokens: first.tokens };
  await question.onRepair?.();
  const second = await write(repairPrompt(asked, first.text, read.complaints));
  if (!second.ok) return second;
  const again = readAnswer(question, second);
  if (!again.ok) return noAnswer('invalid', again.cause);
  const tokens = { in: first.tokens.in + second.tokens.in, out: first.tokens.out + second.tokens.out };
  return { ok: true, value: again.value, repaired: true, model, tokens };
}

/** Lets a call through when the circuit and the day's limits do, and writes down what it cost. */
function createGuard({ dailyLimit, dailyLimitTotal }: ModelConfig, { db, clock, log }: ModelDeps) {
  const circuit = createCircuit();
  return async (userId: number, call: () => Promise<Reply | NoAnswer>): Promise<Reply | NoAnswer> => {
    const waitMs = circuit.waitMs();
    if (waitMs > 0) return noAnswer('busy', 'the circuit is open', waitMs);
    const now = clock.now();
    const spent = await countCall(db, { userId, now, dailyLimit, dailyLimitTotal });
    if (spent) return noAnswer('limit', `the daily limit of ${spent === 'person' ? 'the person' : 'all'}`);
    const reply = await circuit.run(call);
    if (reply.ok) {
      // A figure that is not written down is no reason to throw an answer away.
      await addTokens(db, { userId, now, tokens: reply.tokens }).catch((error: unknown) =>
        log.error({ error: errorText(error) }, 'the tokens of a call could not be counted'),
      );
    }
    return reply;
  };
}

/** Counts and logs what a question came to. */
async function told<T>(
  { log, meter }: ModelDeps,
  about: { task: ModelTask; model: ModelProvider['model'] },
  ask: () => Promise<Answered<T> | NoAnswer>,
): Promise<Answered<T> | NoAnswer> {
  const start = performance.now();
  const answer = await ask();
  const ms = Math.round(performance.now() - start);
  if (answer.ok) {
    meter?.asked(about.task, answer.repaired ? 'repaired' : 'ok', answer.tokens);
    log.info(
      { ...about, ms, outcome: 'ok', repaired: answer.repaired, tokens: answer.tokens },
      'model asked',
    );
  } else {
    const { reason: outcome, cause } = answer;
    meter?.asked(about.task, outcome);
    log[outcome === 'unauthorized' ? 'error' : 'warn'](
      { ...about, ms, outcome, cause },
      'no answer of the model',
    );
  }
  return answer;
}

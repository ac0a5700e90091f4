import { Counter, Histogram, Registry } from 'prom-client';
import type { ModelTask, NoAnswer, Tokens } from './model/port.ts';

/** Messages that tell of reminders: a digest of several, a catch-up of those nobody knows have arrived. */
const punctual = ['reminder', 'digest', 'catch-up'] as const;
const kinds = [...punctual, 'nudge', 'test', 'briefing'] as const;
/** The verdicts of reminders/verdict.ts on a failed call, and a mistake of ours. */
const causes = ['wait', 'retry', 'unreachable', 'unauthorized', 'rejected', 'unconfirmed', 'bug'] as const;

/** What a language model is asked for, and what comes of it. */
const tasks = [
  'plan',
  'review',
  'draft',
  'read-text',
  'read-photo',
  'hear-voice',
] as const satisfies ModelTask[];
const answers = [
  'ok',
  'repaired',
  'off',
  'limit',
  'invalid',
  'refused',
  'unauthorized',
  'busy',
  'down',
] as const;
type ModelOutcome = NoAnswer['reason'] | 'ok' | 'repaired';

/** What this process counts for its operator; read through GET /metrics. */
export type Meter = {
  /** A message left: kind, how many reminders it told of, how late the earliest was in milliseconds (0 at least). */
  sent(kind: (typeof kinds)[number], reminders: number, latenessMs: number): void;
  /** A message was not delivered, or nobody knows. */
  failed(cause: (typeof causes)[number]): void;
  /** A language model was asked; what the answer cost, where there is one. */
  asked(task: ModelTask, outcome: ModelOutcome, tokens?: Tokens): void;
  registry: Registry;
};

/** A few seconds are the send rate at work; a minute is what a person notices. */
const lateSeconds = 60;
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 14_400, 86_400];

/** Counters of one process, all at zero, on a registry of their own. */
export function createMeter(): Meter {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const reminders = counter('followthrough_reminders_sent_total', 'Reminders people were told of.', 'kind');
  const messages = counter('followthrough_messages_sent_total', 'Messages that Telegram took.', 'kind');
  const failures = counter(
    'followthrough_send_failures_total',
    'Messages that were not delivered, or of which nobody knows.',
    'cause',
  );
  const questions = counter(
    'followthrough_model_questions_total',
    'Questions to the language model.',
    ...['task', 'outcome'],
  );
  const tokenCount = counter('followthrough_model_tokens_total', 'Tokens of its answers.', 'direction');
  const late = counter(
    'followthrough_reminders_late_total',
    `Reminders in messages whose earliest one left more than ${lateSeconds} seconds after its time.`,
  );
  const lateness = new Histogram({
    name: 'followthrough_reminder_lateness_seconds',
    help: 'How long after its time the earliest reminder of a message left.',
    ...{ buckets, registers },
  });

  // A counter that exists from the start lets Prometheus see its first increase.
  for (const counted of [reminders, messages]) for (const kind of kinds) counted.inc({ kind }, 0);
  for (const cause of causes) failures.inc({ cause }, 0);
  for (const task of tasks) for (const outcome of answers) questions.inc({ task, outcome }, 0);
  for (const direction of ['in', 'out']) tokenCount.inc({ direction }, 0);

  return {
    sent(kind, count, latenessMs) {
      messages.inc({ kind });
      reminders.inc({ kind }, count);
      if (!punctual.some((one) => one === kind)) return;
      const seconds = Math.max(0, latenessMs) / 1000;
      lateness.observe(seconds);
      if (seconds > lateSeconds) late.inc(count);
    },
    failed: (cause) => failures.inc({ cause }),
    asked(task, outcome, tokens) {
      questions.inc({ task, outcome });
      tokenCount.inc({ direction: 'in' }, tokens?.in ?? 0);
      tokenCount.inc({ direction: 'out' }, tokens?.out ?? 0);
    },
    registry,
  };
}

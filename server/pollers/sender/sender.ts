import PQueue from 'p-queue';
import { type ClaimedMessage, claimDue } from '../../reminders/claim.ts';
import type { Slots } from '../../reminders/gate.ts';
import { getNextSendAt } from '../../reminders/queries.ts';
import { forgetWaits, returnUnknownClaims } from '../../reminders/take-over.ts';
import { newTraceId, withTrace } from '../../trace.ts';
import type { PollerDeps } from '../index.ts';
import { createAhead } from './ahead.ts';
import { watchClock } from './clock-watch.ts';
import { createClosing } from './closing.ts';
import { type Cards, deliver, notTried } from './deliver.ts';
import { readCards } from './read-cards.ts';
import { createRecorder } from './recorder.ts';
import { report } from './report.ts';
import { isTokenAccepted } from './token.ts';

/** Messages under way at once. */
const concurrency = 20;
/** Chats claimed at once without a limit on the rate; with one, what leaves within an eighth of a second. */
const largestBatch = 200;
const largestPacedBatch = 50;
/** A claim older than this is not sent any more: it could outlive its lease of two minutes. */
const freshMs = 60_000;
/** The pause after which steps that could not be read are tried again. */
const unreadableMs = 1000;
/** What is due but locked by an act of its person is looked at again after this. */
const lockedMs = 50;

export type Sender = {
  /** Claims and starts everything that is due; resolves when nothing is, or nothing may leave. */
  sweep(stopping: AbortSignal): Promise<void>;
  /** Milliseconds until there is something to do; null when nothing is scheduled. */
  nextIn(): Promise<number | null>;
  /** Resolves when every message under way has ended and is recorded. */
  idle(): Promise<void>;
};

/** Sends what is due, each once. One slow or failing message never stops the others. */
export function createSender(deps: PollerDeps): Sender {
  const { db, clock, instance, heartbeat, sendRate, sleep } = deps;
  const queue = new PQueue({ concurrency });
  const recorder = createRecorder(deps);
  const closing = createClosing(deps);
  const underWay = new Set<string>();
  const limit = sendRate === 0 ? largestBatch : Math.min(largestPacedBatch, Math.ceil(sendRate / 8));
  const ahead = createAhead();
  let unsure = false;
  const clockWentBack = watchClock(clock);

  async function sweep(stopping: AbortSignal): Promise<void> {
    if (!(await isTokenAccepted(deps))) return;
    if (clockWentBack()) await forgetWaits(db, clock.now());
    if (unsure) await returnUnknown();
    while (!stopping.aborted && closing.closedForMs() === 0) {
      await ahead.below(limit);
      if (stopping.aborted || closing.closedForMs() > 0) return;
      if (!heartbeat.isFresh()) await heartbeat.run();
      const next = await getNextSendAt(db);
      if (!next || next > clock.now()) return;
      if (!(await claimSome(stopping))) return;
    }
  }

  /** False when there was nothing to take. */
  async function claimSome(stopping: AbortSignal): Promise<boolean> {
    const now = clock.now();
    const claimedAt = performance.now();
    unsure = true;
    const claim = await claimDue(db, { now, instance, limit, rate: sendRate });
    unsure = false;
    if (claim.closedForMs > 0 || !('messages' in claim)) {
      closing.closeFor(claim.closedForMs);
      return false;
    }
    const { messages, slots, moved } = claim;
    for (const { reminders } of messages) for (const { id } of reminders) underWay.add(id);
    const begun = performance.now();
    const cards = readCards(deps, messages, now);
    ahead.add(messages.length);
    for (const [index, message] of messages.entries()) {
      const leavesAt = begun + leavesIn(slots, index);
      const turn = { message, cards, leavesAt, claimedAt, stopping };
      void withTrace(newTraceId(), () => takeTurn(turn));
    }
    return messages.length > 0 || moved > 0;
  }

  type Turn = {
    message: ClaimedMessage;
    cards: Promise<Cards | null>;
    leavesAt: number;
    claimedAt: number;
    stopping: AbortSignal;
  };

  async function takeTurn(turn: Turn): Promise<void> {
    const early = turn.leavesAt - performance.now();
    if (early > 0) await sleep(early, turn.stopping);
    await queue.add(() => send(turn));
  }

  async function send({ message, cards, claimedAt, stopping }: Turn): Promise<void> {
    const drawn = await cards;
    ahead.leave();
    if (!drawn) closing.closeFor(unreadableMs);
    const mayLeave =
      !stopping.aborted &&
      closing.closedForMs() === 0 &&
      performance.now() - claimedAt < freshMs &&
      heartbeat.isFresh();
    const delivery = drawn && mayLeave ? await deliver(deps, message, drawn) : notTried(message);
    for (const { id } of message.reminders) underWay.delete(id);
    recorder.push(delivery.outcomes);
    report(deps, message, delivery.sent);
    await closing.learn(delivery.sent);
  }

  async function returnUnknown(): Promise<void> {
    const known = [...underWay, ...recorder.waiting()];
    await returnUnknownClaims(db, { instance, known, now: clock.now() });
    unsure = false;
  }

  return {
    sweep,
    async nextIn() {
      const next = await getNextSendAt(db);
      if (!next) return null;
      const ms = next.getTime() - clock.now().getTime();
      return Math.max(ms > 0 ? ms : lockedMs, closing.closedForMs());
    },
    async idle() {
      await ahead.below(1);
      await queue.onIdle();
      await recorder.idle();
    },
  };

  function leavesIn({ firstInMs, gapMs }: Slots, index: number): number {
    return firstInMs + (index + deps.chance() / 2) * gapMs;
  }
}

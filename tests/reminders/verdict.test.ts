import { describe, expect, it } from 'vitest';
import { type Failure, judge } from '../../server/reminders/verdict.ts';

const answered = (code: number, description: string, retryAfterSeconds?: number): Failure => ({
  kind: 'answered',
  code,
  description,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});
const noAnswer = (left: boolean): Failure => ({ kind: 'no-answer', left, description: 'ECONNRESET' });

describe('the verdict on a send that failed', () => {
  it.each([
    ['a flood limit', answered(429, 'Too Many Requests: retry after 17', 17), 'wait'],
    ['a bot that was blocked', answered(403, 'Forbidden: bot was blocked by the user'), 'unreachable'],
    ['a person who left Telegram', answered(403, 'Forbidden: user is deactivated'), 'unreachable'],
    ['a bot never started', answered(403, "Forbidden: bot can't initiate conversation"), 'unreachable'],
    ['a chat that is gone', answered(400, 'Bad Request: chat not found'), 'unreachable'],
    ['a person Telegram does not know', answered(400, 'Bad Request: PEER_ID_INVALID'), 'unreachable'],
    ['a text that is malformed', answered(400, "Bad Request: can't parse entities"), 'rejected'],
    ['a text that is too long', answered(400, 'Bad Request: message is too long'), 'rejected'],
    ['a body that is too large', answered(413, 'Request Entity Too Large'), 'rejected'],
    ['a token that was revoked', answered(401, 'Unauthorized'), 'unauthorized'],
    ['a token nobody knows', answered(404, 'Not Found'), 'unauthorized'],
    ['a server that broke', answered(500, 'Internal Server Error'), 'unconfirmed'],
    ['a gateway that gave up', answered(502, 'Bad Gateway'), 'unconfirmed'],
    ['a line that broke after the request left', noAnswer(true), 'unconfirmed'],
    ['a line that could not be opened', noAnswer(false), 'retry'],
  ])('%s', (_, failure, verdict) => expect(judge(failure)).toMatchObject({ verdict }));

  it('names the seconds that Telegram asks for', () => {
    expect(judge(answered(429, 'Too Many Requests: retry after 17', 17))).toEqual({
      verdict: 'wait',
      seconds: 17,
    });
  });

  it('waits a second when Telegram names none', () => {
    expect(judge(answered(429, 'Too Many Requests'))).toEqual({ verdict: 'wait', seconds: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { findJson } from '../../server/model/find-json.ts';

describe('the JSON object in what a model says', () => {
  it.each([
    ['alone', '{"a":1}'],
    ['in a code fence', '```json\n{"a":1}\n```'],
    ['with prose around it, braces and quotes in that too', 'It\'s {here}: "{"a":1}" – that {was} it.'],
    ['after thoughts that hold another one', '<think>{"a":2,"longer":true}</think>{"a":1}'],
    ['the longest of several', '{} {"a":1} {"b":2'],
  ])('is found %s', (_, text) => {
    expect(findJson(text)).toEqual({ ok: true, value: { a: 1 } });
  });

  it('may hold braces, quotes and backslashes in its texts', () => {
    const value = { text: 'a } b { c \\" d \\', list: [{ text: '"}"' }] };
    expect(findJson(`Sure! ${JSON.stringify(value)}`)).toEqual({ ok: true, value });
  });

  it('has only texts that can be stored: no NUL, no half of a pair', () => {
    const said = '{"a\0": "x\0y", "list": ["\\u0000z", "\\ud83d", "\\ud83d\\ude00"]}';
    expect(findJson(said)).toEqual({ ok: true, value: { a: 'xy', list: ['z', '\ufffd', '😀'] } });
  });

  it.each([
    ['', 'there is no valid JSON object in it'],
    ['I cannot help with that.', 'there is no valid JSON object in it'],
    ['[1, 2]', 'there is no valid JSON object in it'],
    ["{'a': 1}", 'there is no valid JSON object in it'],
    ['{"steps":[{"title":"whole"},{"title":"bro', 'the JSON object breaks off before its end'],
    ['{"text":"never closed}', 'the JSON object breaks off before its end'],
  ])('is missing in %j: %s', (text, problem) => {
    expect(findJson(text)).toEqual({ ok: false, problem });
  });

  it('is looked for once through the text, however many braces there are', () => {
    expect(findJson('{'.repeat(300_000))).toMatchObject({ ok: false });
    expect(findJson('{x}'.repeat(100_000))).toMatchObject({ ok: false });
  });
});

import { describe, expect, it } from 'vitest';
import { mailLink, telegramDraftLink, telegramHandle } from '../../app/_components/lead/telegram-handle.ts';

describe('a Telegram name', () => {
  it.each(['anna', '@anna', 't.me/anna', 'https://t.me/anna', ' @anna '])('is found in %j', (written) => {
    expect(telegramHandle(written)).toBe('anna');
  });

  it.each(['', '@', 'an', 'anna petrova', 'https://t.me/anna/12', 'javascript:alert(1)', 'анна'])(
    'is not found in %j',
    (written) => expect(telegramHandle(written)).toBeNull(),
  );
});

describe('a link that opens the chat with the draft', () => {
  it('carries the draft as it is, within what Telegram takes', () => {
    const link = telegramDraftLink('@anna', 'a & b = c?\n👋');
    expect(new URL(link ?? '').searchParams.get('text')).toBe('a & b = c?\n👋');
    expect(new URL(telegramDraftLink('anna', 'x'.repeat(5000)) ?? '').searchParams.get('text')).toHaveLength(
      4096,
    );
  });

  it('cuts a long draft between whole characters, never inside an emoji', () => {
    const link = telegramDraftLink('anna', `${'x'.repeat(4095)}👋👋`);
    expect(new URL(link ?? '').searchParams.get('text')).toBe(`${'x'.repeat(4095)}👋`);
  });

  it('is none without a name', () => {
    expect(telegramDraftLink('nobody here', 'x')).toBeNull();
  });
});

it('a link to the mail program carries address and draft as they are', () => {
  const link = mailLink('a+b&c@acme.example', 'Hi & bye?\n👋');
  expect(link).toMatch(/^mailto:a%2Bb%26c@acme\.example\?body=/);
  expect(decodeURIComponent(link.split('body=')[1] ?? '')).toBe('Hi & bye?\r\n👋');
});

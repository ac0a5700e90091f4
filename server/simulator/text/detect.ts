import type { MessageEntity } from 'grammy/types';

type Detected = 'bot_command' | 'mention' | 'hashtag' | 'cashtag' | 'url' | 'email';

/** What Telegram marks by itself in any text; a simple reading of its rules, enough for what people write. */
const PATTERNS: readonly (readonly [Detected, RegExp])[] = [
  ['email', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/gi],
  ['url', /(?<![\w@/.])https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)\]}]/gi],
  [
    'url',
    /(?<![\w@/.-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|io|me|de|ru|dev|app|co|eu)(?:\/[^\s<>"']*[^\s<>"'.,:;!?)\]}])?(?![\w-])/gi,
  ],
  ['bot_command', /(?<![\w/<>@.])\/[a-z\d_]{1,64}(?:@[a-z]\w{2,31})?(?![\w/])/gi],
  ['mention', /(?<![\w@/.])@[a-z]\w{2,31}(?!\w)/gi],
  ['hashtag', /(?<![\p{L}\d_#&/])#(?=[\p{L}\d_]*\p{L})[\p{L}\d_]{1,256}/gu],
  ['cashtag', /(?<![\w$])\$[A-Z]{1,8}(?![\w$])/g],
];

/** Adds to `entities` those Telegram finds in `text` itself, wherever nothing else claims the characters. */
export function withDetected(text: string, entities: readonly MessageEntity[]): MessageEntity[] {
  const result = [...entities];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length };
      if (!result.some((entity) => isContinuous(entity) && overlaps(entity, found))) result.push(found);
    }
  }
  return result;
}

/** Entities that cannot be cut in two or hold another of their kind. */
export function isContinuous({ type }: MessageEntity): boolean {
  return !isSplittable(type) && !type.endsWith('blockquote');
}

export function isSplittable(type: MessageEntity['type']): boolean {
  return ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'].includes(type);
}

export function overlaps(
  a: { offset: number; length: number },
  b: { offset: number; length: number },
): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

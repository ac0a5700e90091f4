import type { MessageEntity } from 'grammy/types';
import { byteOffset, cannotParse, type Formatted, sortEntities } from './formatted.ts';
import { linkEntity, timeEntity } from './links.ts';

type Simple = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler';
type Open = { tag: string; attributes: Map<string, string>; offset: number };
type Span = { offset: number; length: number };

const SIMPLE: Record<string, Simple> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};
const TAGS = new Set([...Object.keys(SIMPLE), 'a', 'pre', 'code', 'blockquote', 'tg-emoji', 'tg-time']);
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Telegram's HTML. Rules and error words from tdlib's MessageEntity.cpp (parse_html). Throws a BotApiError for
 * unknown, unclosed and unmatched tags.
 */
export function parseHtml(source: string): Formatted {
  const result: Formatted = { text: '', entities: [] };
  const stack: Open[] = [];
  let at = 0;
  while (at < source.length) {
    const tagAt = source.indexOf('<', at);
    const textEnd = tagAt < 0 ? source.length : tagAt;
    result.text += decode(source.slice(at, textEnd));
    if (tagAt < 0) break;
    at =
      source[tagAt + 1] === '/'
        ? readEnd(source, tagAt, stack, result)
        : readStart(source, tagAt, stack, result);
  }
  const unclosed = stack.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text: result.text, entities: sortEntities(result.entities) };
}

/** Named and numeric character references; everything else stays as it is written. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot));?/gi, (whole, dec, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = dec ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function readStart(source: string, start: number, stack: Open[], result: Formatted): number {
  const where = `at byte offset ${byteOffset(source, start)}`;
  const name = /^[^\s>]*/.exec(source.slice(start + 1))?.[0] ?? '';
  const tag = name.toLowerCase();
  let at = start + 1 + name.length;
  if (at >= source.length) throw cannotParse(`Unclosed start tag ${where}`);
  if (!TAGS.has(tag)) throw cannotParse(`Unsupported start tag "${tag}" ${where}`);

  const attributes = new Map<string, string>();
  const attribute = /\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]*))?/y;
  attribute.lastIndex = at;
  for (let match = attribute.exec(source); match; match = attribute.exec(source)) {
    const value = match[2] ?? '';
    attributes.set(match[1] ?? '', decode(/^["']/.test(value) ? value.slice(1, -1) : value.toLowerCase()));
    at = attribute.lastIndex;
  }
  const close = /^\s*>/.exec(source.slice(at));
  if (!close) throw cannotParse(`Unclosed start tag "${tag}" ${where}`);
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${where}`);
  }
  stack.push({ tag, attributes, offset: result.text.length });
  return at + close[0].length;
}

function readEnd(source: string, start: number, stack: Open[], result: Formatted): number {
  const where = `at byte offset ${byteOffset(source, start)}`;
  const open = stack.pop();
  if (!open) throw cannotParse(`Unexpected end tag ${where}`);
  const match = /^<\/([^\s>]*)\s*>/.exec(source.slice(start));
  if (!match) throw cannotParse(`Unclosed end tag ${where}`);
  const found = (match[1] ?? '').toLowerCase();
  if (found && found !== open.tag) {
    throw cannotParse(`Unmatched end tag ${where}, expected "</${open.tag}>", found "</${found}>"`);
  }
  const span = { offset: open.offset, length: result.text.length - open.offset };
  if (span.length > 0) addEntity(open, span, result);
  return start + match[0].length;
}

function addEntity({ tag, attributes }: Open, span: Span, result: Formatted): void {
  const simple = SIMPLE[tag];
  if (simple) result.entities.push({ type: simple, ...span });
  else if (tag === 'pre' || tag === 'code') addCode(tag, attributes, span, result.entities);
  else if (tag === 'blockquote') {
    result.entities.push({
      type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
      ...span,
    });
  } else if (tag === 'tg-emoji') {
    const id = attributes.get('emoji-id') ?? '';
    if (!/^\d+$/.test(id)) throw cannotParse('Invalid custom emoji identifier specified');
    result.entities.push({ type: 'custom_emoji', ...span, custom_emoji_id: id });
  } else if (tag === 'tg-time') {
    result.entities.push(timeEntity(attributes.get('unix') ?? '', attributes.get('format') ?? '', span));
  } else {
    const entity = linkEntity(attributes.get('href') || result.text.slice(span.offset), span);
    if (entity) result.entities.push(entity);
  }
}

/** `<pre><code class="language-x">` is one block of code in that language. */
function addCode(
  tag: 'pre' | 'code',
  attributes: Map<string, string>,
  span: Span,
  entities: MessageEntity[],
): void {
  const last = entities.at(-1);
  const language = attributes.get('class')?.match(/^language-(.+)$/)?.[1];
  const isSame = last?.offset === span.offset && last.length === span.length;
  if (tag === 'pre' && last?.type === 'pre' && isSame) return;
  if (tag === 'code') {
    entities.push(language ? { type: 'pre', ...span, language } : { type: 'code', ...span });
    return;
  }
  if (last?.type === 'code' && isSame) entities.pop();
  entities.push({ type: 'pre', ...span });
}

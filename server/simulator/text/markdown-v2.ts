import type { MessageEntity } from 'grammy/types';
import { byteOffset, cannotParse, type Formatted, sortEntities } from './formatted.ts';
import { linkEntity, specialEntity } from './links.ts';

type Kind =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strikethrough'
  | 'spoiler'
  | 'code'
  | 'pre'
  | 'text_link'
  | 'custom_emoji'
  | 'blockquote';
type Open = { kind: Kind; language: string; offset: number; sourceIndex: number };

const RESERVED = '_*[]()~`>#+-=|{}.!\n';
/** What ends each kind; the longer markers are looked for first. */
const CLOSERS: Record<Exclude<Kind, 'blockquote'>, string> = {
  bold: '*',
  italic: '_',
  underline: '__',
  strikethrough: '~',
  spoiler: '||',
  code: '`',
  pre: '```',
  text_link: ']',
  custom_emoji: ']',
};
const OPENERS: readonly (readonly [string, Kind])[] = [
  ['```', 'pre'],
  ['__', 'underline'],
  ['||', 'spoiler'],
  ['![', 'custom_emoji'],
  ['_', 'italic'],
  ['*', 'bold'],
  ['~', 'strikethrough'],
  ['`', 'code'],
  ['[', 'text_link'],
];
/** Kinds as Telegram's error words name them. */
const NAMES: Partial<Record<Kind, string>> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  text_link: 'TextUrl',
  custom_emoji: 'CustomEmoji',
  blockquote: 'BlockQuote',
};

/**
 * Telegram's MarkdownV2. Rules and error words from tdlib's MessageEntity.cpp (parse_markdown_v2). Throws a
 * BotApiError for a reserved character that is not escaped and for an entity that does not end.
 */
export function parseMarkdownV2(source: string): Formatted {
  return new Parser(source).parse();
}

/** A backslash escapes any character of these; before others it stands for itself. */
function isAscii(code: number): boolean {
  return code > 0 && code <= 126;
}

class Parser {
  private readonly source: string;
  private at = 0;
  private text = '';
  private entities: MessageEntity[] = [];
  private stack: Open[] = [];
  private inQuote = false;
  private lineStart = true;

  constructor(source: string) {
    this.source = source;
  }

  parse(): Formatted {
    while (this.at < this.source.length) this.step();
    if (this.stack.at(-1)?.kind === 'spoiler' && this.isExpandMark()) this.closeQuote(true);
    if (this.stack.at(-1)?.kind === 'blockquote') this.closeQuote(false);
    const open = this.stack.at(-1);
    if (open) throw this.noEnd(open);
    return { text: this.text, entities: sortEntities(this.entities) };
  }

  private step(): void {
    const { source, at } = this;
    const character = source[at] ?? '';
    const open = this.stack.at(-1);
    const inCode = open?.kind === 'code' || open?.kind === 'pre';
    if (character === '\\' && isAscii(source.charCodeAt(at + 1))) this.write(source[at + 1] ?? '', 2);
    else if (inCode ? character !== '`' : !RESERVED.includes(character)) this.write(character, 1);
    else if (this.inQuote && character === '\n' && source[at + 1] !== '>') this.endQuoteLine();
    else if (open && open.kind !== 'blockquote' && this.closes(open.kind)) this.close(open);
    else if (character === '\n') this.openLine();
    else if (character === '>' && this.lineStart && !this.inQuote) this.push('blockquote', '', 1);
    else this.open(character);
  }

  private write(character: string, consumed: number): void {
    this.text += character;
    this.at += consumed;
    this.lineStart = false;
  }

  private isOpen(kind: Kind): boolean {
    return this.stack.at(-1)?.kind === kind;
  }

  private closes(kind: Exclude<Kind, 'blockquote'>): boolean {
    const isUnderline = kind === 'italic' && this.source.startsWith('__', this.at);
    return this.source.startsWith(CLOSERS[kind], this.at) && !isUnderline;
  }

  private open(character: string): void {
    const opener = OPENERS.find(([marker]) => this.source.startsWith(marker, this.at));
    if (!opener) {
      throw cannotParse(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
    }
    const [marker, kind] = opener;
    const rest = this.source.slice(this.at + marker.length);
    const language = kind === 'pre' ? (/^[^\s`]+(?=\s)/.exec(rest)?.[0] ?? '') : '';
    const lineBreak =
      kind === 'pre' ? (/^(\r\n|\n\r|\n|\r)/.exec(rest.slice(language.length))?.[0] ?? '') : '';
    this.push(kind, language, marker.length + language.length + lineBreak.length);
  }

  private openLine(): void {
    this.write('\n', 1);
    this.lineStart = true;
    if (this.source[this.at] !== '>') return;
    if (this.inQuote) this.at += 1;
    else this.push('blockquote', '', 1);
  }

  private push(kind: Kind, language: string, consumed: number): void {
    if (kind === 'blockquote') this.inQuote = true;
    this.stack.push({ kind, language, offset: this.text.length, sourceIndex: this.at });
    this.at += consumed;
  }

  /** A quote ends with its last line; a bare `||` before the line's end makes it expandable. */
  private endQuoteLine(): void {
    const expandable = this.isOpen('spoiler') && this.isExpandMark();
    const open = this.stack.at(expandable ? -2 : -1);
    if (open?.kind !== 'blockquote') throw this.noEnd(open ?? this.stack[0]);
    this.text += '\n';
    this.at += 1;
    this.lineStart = true;
    this.closeQuote(expandable);
  }

  private isExpandMark(): boolean {
    const open = this.stack.at(-1);
    return this.inQuote && open?.sourceIndex === this.at - 2 && this.stack.at(-2)?.kind === 'blockquote';
  }

  private closeQuote(expandable: boolean): void {
    if (expandable) this.stack.pop();
    const open = this.stack.pop();
    this.inQuote = false;
    const length = this.text.length - (open?.offset ?? 0);
    if (!open || length === 0) return;
    this.entities.push({
      type: expandable ? 'expandable_blockquote' : 'blockquote',
      offset: open.offset,
      length,
    });
  }

  private close(open: Open): void {
    if (open.kind === 'blockquote') return;
    this.stack.pop();
    this.at += CLOSERS[open.kind].length;
    const span = { offset: open.offset, length: this.text.length - open.offset };
    const entity = this.entityOf(open, span);
    if (entity && span.length > 0) this.entities.push(entity);
  }

  private entityOf(open: Open, span: { offset: number; length: number }): MessageEntity | null {
    switch (open.kind) {
      case 'text_link':
        return linkEntity(this.readUrl('a URL') ?? this.text.slice(span.offset), span);
      case 'custom_emoji': {
        const url = this.readUrl('a custom emoji URL');
        if (url === null) throw cannotParse('Custom emoji entity must contain a tg://emoji URL');
        return specialEntity(url, span);
      }
      case 'pre':
        return open.language ? { type: 'pre', ...span, language: open.language } : { type: 'pre', ...span };
      default:
        return { type: open.kind, ...span };
    }
  }

  /** The `(...)` after a closed bracket, or null when there is none. */
  private readUrl(what: string): string | null {
    if (this.source[this.at] !== '(') return null;
    const start = this.at + 1;
    const match = /^((?:\\[\s!-~]|[^)])*)\)/.exec(this.source.slice(start));
    if (!match)
      throw cannotParse(`Can't find end of ${what} at byte offset ${byteOffset(this.source, start)}`);
    this.at = start + match[0].length;
    return (match[1] ?? '').replace(/\\([\s!-~])/g, '$1');
  }

  private noEnd(open: Open | undefined): Error {
    const name = NAMES[open?.kind ?? 'bold'];
    const kind = open?.kind === 'pre' && open.language ? 'PreCode' : name;
    return cannotParse(
      `Can't find end of ${kind} entity at byte offset ${byteOffset(this.source, open?.sourceIndex ?? 0)}`,
    );
  }
}

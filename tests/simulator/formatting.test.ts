import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../server/simulator/text/html.ts';
import { parseLegacyMarkdown } from '../../server/simulator/text/markdown-legacy.ts';
import { parseMarkdownV2 } from '../../server/simulator/text/markdown-v2.ts';
import { tidyText } from '../../server/simulator/text/tidy.ts';

const kinds = (entities: { type: string; offset: number; length: number }[]) =>
  entities.map(({ type, offset, length }) => `${type} ${offset}+${length}`);

describe('MarkdownV2', () => {
  it('reads nested formatting and counts in UTF-16 units', () => {
    const { text, entities } = parseMarkdownV2('👋 *bold _both_ __under__* ~gone~ ||hidden||');
    expect(text).toBe('👋 bold both under gone hidden');
    expect(kinds(entities)).toEqual([
      'bold 3+15',
      'italic 8+4',
      'underline 13+5',
      'strikethrough 19+4',
      'spoiler 24+6',
    ]);
  });

  it('keeps every escaped character as it is', () => {
    const name = '_*[]()~`>#+-=|{}.!\\';
    const escaped = name.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&');
    expect(parseMarkdownV2(escaped)).toEqual({ text: name, entities: [] });
  });

  it('reads code, blocks with a language, links and times', () => {
    const { text, entities } = parseMarkdownV2(
      '`a_b` ```ts\nlet x\\`;\n``` [Acme](https://acme.example/a\\)b) ![soon](tg://time?unix=1800000000&format=wDT)',
    );
    expect(text).toBe('a_b let x`;\n Acme soon');
    expect(entities).toEqual([
      { type: 'code', offset: 0, length: 3 },
      { type: 'pre', offset: 4, length: 8, language: 'ts' },
      { type: 'text_link', offset: 13, length: 4, url: 'https://acme.example/a)b' },
      { type: 'date_time', offset: 18, length: 4, unix_time: 1800000000, date_time_format: 'wDT' },
    ]);
  });

  it('reads quotes, one after another, and the expandable mark', () => {
    const { text, entities } = parseMarkdownV2('>one\n>two\n**>three\n>four||\nafter');
    expect(text).toBe('one\ntwo\nthree\nfour\nafter');
    expect(kinds(entities)).toEqual(['blockquote 0+8', 'expandable_blockquote 8+11']);
  });

  it.each([
    ['Hello.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a > b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['a | b', "Character '|' is reserved and must be escaped with the preceding '\\'"],
    ['é *bold', "Can't find end of Bold entity at byte offset 3"],
    ['*a _b* c_', "Can't find end of Italic entity at byte offset 8"],
    ['[x](http://a', "Can't find end of a URL at byte offset 4"],
    ['```ts\ncode', "Can't find end of PreCode entity at byte offset 0"],
    ['>a *b\nc', "Can't find end of Bold entity at byte offset 3"],
  ])('refuses %j', (source, words) => {
    expect(() => parseMarkdownV2(source)).toThrow(`Bad Request: can't parse entities: ${words}`);
  });
});

describe('legacy Markdown', () => {
  it('reads its few kinds and does not nest', () => {
    const { text, entities } = parseLegacyMarkdown('*b _x_* _i_ `c` [t](https://a.example) \\_ ```py\nz```');
    expect(text).toBe('b _x_ i c t _ z');
    expect(kinds(entities)).toEqual(['bold 0+5', 'italic 6+1', 'code 8+1', 'text_link 10+1', 'pre 14+1']);
  });

  it('refuses an entity without end, with its byte offset', () => {
    expect(() => parseLegacyMarkdown('ü snake_case')).toThrow(
      "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 8",
    );
  });
});

describe('HTML', () => {
  it('reads tags, attributes and character references', () => {
    const { text, entities } = parseHtml(
      '<b>O&#39;Neil &lt;b&gt;</b> <a href="https://x.example/?a=1&amp;b=2">x</a> <blockquote expandable>q</blockquote>' +
        '<tg-spoiler>s</tg-spoiler><pre><code class="language-go">g</code></pre> &nbsp;',
    );
    expect(text).toBe("O'Neil <b> x qsg &nbsp;");
    expect(entities).toEqual([
      { type: 'bold', offset: 0, length: 10 },
      { type: 'text_link', offset: 11, length: 1, url: 'https://x.example/?a=1&b=2' },
      { type: 'expandable_blockquote', offset: 13, length: 1 },
      { type: 'spoiler', offset: 14, length: 1 },
      { type: 'pre', offset: 15, length: 1, language: 'go' },
    ]);
  });

  it.each([
    ['<h1>x</h1>', 'Unsupported start tag "h1" at byte offset 0'],
    ['é<b>x</i>', 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('refuses %j', (source, words) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${words}`);
  });
});

describe('tidying a text', () => {
  it('trims the ends and moves the entities along', () => {
    const result = tidyText({ text: ' \n Anna \n', entities: [{ type: 'bold', offset: 1, length: 7 }] });
    expect(result).toEqual({ text: 'Anna', entities: [{ type: 'bold', offset: 0, length: 4 }] });
  });

  it('finds commands, links, mentions and addresses, but not inside code or links', () => {
    const text = '/add@my_bot @olga #deal anna@acme.example https://acme.example/x, acme.com or@b /x';
    const { entities } = tidyText({ text, entities: [{ type: 'code', offset: 80, length: 2 }] });
    expect(entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])).toEqual([
      ['bot_command', '/add@my_bot'],
      ['mention', '@olga'],
      ['hashtag', '#deal'],
      ['email', 'anna@acme.example'],
      ['url', 'https://acme.example/x'],
      ['url', 'acme.com'],
      ['code', '/x'],
    ]);
  });

  it('cuts an entity that crosses another, and drops formatting inside code', () => {
    const { entities } = tidyText({
      text: 'one two three',
      entities: [
        { type: 'bold', offset: 0, length: 7 },
        { type: 'italic', offset: 4, length: 9 },
        { type: 'code', offset: 8, length: 5 },
      ],
    });
    expect(kinds(entities)).toEqual(['bold 0+7', 'italic 4+3', 'code 8+5']);
  });

  it.each([
    [{ offset: 9, length: 1 }, 'entity begins after the end of the text at UTF-16 offset 9'],
    [
      { offset: 1, length: 9 },
      'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10',
    ],
    [{ offset: 3, length: 1 }, 'entity begins in a middle of a UTF-16 symbol at byte offset 2'],
    [
      { offset: 0, length: 3 },
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 2',
    ],
    [{ offset: -1, length: 3 }, 'receive an entity with incorrect offset -1'],
  ])('refuses the range %j', (range, words) => {
    expect(() => tidyText({ text: 'ab👋', entities: [{ type: 'bold', ...range }] })).toThrow(
      `Bad Request: ${words}`,
    );
  });
});

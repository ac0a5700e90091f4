import type { MessageEntity } from 'grammy/types';
import { dateTimeLabel } from './dates.ts';
import { copyText } from './dialogs.ts';
import { el, icon } from './dom.ts';
import { isSafe } from './links.ts';

/** What formatted text can ask of the page. */
export type TextActions = {
  openLink(url: string, shownAs: string): void;
  sendCommand(command: string): void;
  now(): Date;
};

const PLAIN_TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
} as const;
const BLOCKS = ['pre', 'blockquote', 'expandable_blockquote'];

/** The nodes of a text with its entities, which nest (outer before inner). */
export function formatText(text: string, entities: readonly MessageEntity[], actions: TextActions): Node[] {
  return renderRange(text, 0, text.length, [...entities], actions);
}

function renderRange(
  text: string,
  from: number,
  to: number,
  entities: MessageEntity[],
  actions: TextActions,
): Node[] {
  const nodes: Node[] = [];
  let at = from;
  let afterBlock = false;
  const addText = (end: number, beforeBlock: boolean) => {
    let piece = text.slice(at, end);
    // A block already stands on its own line; the line breaks around it would show as empty lines.
    if (afterBlock) piece = piece.replace(/^\n/, '');
    if (beforeBlock) piece = piece.replace(/\n$/, '');
    if (piece) nodes.push(document.createTextNode(piece));
  };
  while (entities.length > 0) {
    const entity = entities.shift();
    if (!entity || entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    const isBlock = BLOCKS.includes(entity.type);
    addText(entity.offset, isBlock);
    const inner = entities.filter((other) => other.offset < end);
    entities = entities.filter((other) => other.offset >= end);
    const children = renderRange(text, entity.offset, end, inner, actions);
    nodes.push(renderEntity(entity, text.slice(entity.offset, end), children, actions));
    at = end;
    afterBlock = isBlock;
  }
  addText(to, false);
  return nodes;
}

function renderEntity(entity: MessageEntity, text: string, children: Node[], actions: TextActions): Node {
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
      return el(PLAIN_TAGS[entity.type], {}, ...children);
    case 'spoiler':
      return spoiler(children);
    case 'code':
      return copyable('code', text, children);
    case 'pre':
      return codeBlock(text, entity.language, children);
    case 'blockquote':
      return el('blockquote', {}, ...children);
    case 'expandable_blockquote':
      return expandable(children);
    case 'bot_command':
      return el('button', { type: 'button', class: 'link', onclick: () => actions.sendCommand(text) }, text);
    case 'url':
      return link(/^[a-z]+:/i.test(text) ? text : `http://${text}`, text, children, actions);
    case 'text_link':
      return link(entity.url, text, children, actions);
    case 'email':
      return link(`mailto:${text}`, text, children, actions);
    case 'date_time': {
      const label = dateTimeLabel(entity.unix_time, entity.date_time_format, actions.now());
      return el('time', { title: text }, ...(label === null ? children : [label]));
    }
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'phone_number':
      return el('span', { class: 'link' }, ...children);
    default:
      return el('span', {}, ...children);
  }
}

function link(url: string, text: string, children: Node[], actions: TextActions): Node {
  if (!isSafe(url)) return el('span', {}, ...children);
  const onclick = (event: Event) => {
    event.preventDefault();
    actions.openLink(url, text);
  };
  return el('a', { href: url, rel: 'noopener noreferrer', target: '_blank', onclick }, ...children);
}

function spoiler(children: Node[]): HTMLElement {
  const cover = el('span', { class: 'spoiler-text' }, ...children);
  const reveal = () => box.replaceWith(el('span', {}, ...cover.childNodes));
  const box = el(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': 'Hidden text, show', onclick: reveal },
    cover,
  );
  return box;
}

function copyable(tag: 'code' | 'pre', text: string, children: Node[]): HTMLElement {
  return el(tag, { title: 'Copy', onclick: () => void copyText(text) }, ...children);
}

function codeBlock(text: string, language: string | undefined, children: Node[]): HTMLElement {
  const copy = el('button', { type: 'button', class: 'link', onclick: () => void copyText(text) }, 'Copy');
  return el(
    'div',
    { class: 'code-block' },
    el('div', { class: 'code-head' }, el('span', {}, language ?? 'Code'), copy),
    el('pre', {}, ...children),
  );
}

function expandable(children: Node[]): HTMLElement {
  const text = el('div', { class: 'quote-text' }, ...children);
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'quote-toggle',
      'aria-label': 'Show the whole quote',
      'aria-expanded': 'false',
      onclick: () => {
        const open = quote.classList.toggle('expanded');
        toggle.setAttribute('aria-expanded', String(open));
      },
    },
    icon('down'),
  );
  const quote = el('blockquote', { class: 'expandable' }, text, toggle);
  // A short quote has nothing to expand; that shows only once it is in the page.
  requestAnimationFrame(() => {
    toggle.hidden = text.scrollHeight <= text.clientHeight + 1;
  });
  return quote;
}

import type { Contact, Document, MessageOrigin, PhotoSize, Voice } from 'grammy/types';
import { MAX_FILE_BYTES } from '../limits.ts';
import type { Media } from '../state.ts';
import { avatar, el, icon } from './dom.ts';
import { durationLabel, fullName, originName, sizeLabel } from './media-words.ts';

const LONGEST_SIDE_PX = 320;

/** What a message carries besides its words, as it stands in the bubble. */
export function mediaPart(media: Media): HTMLElement | null {
  if ('document' in media) return documentPart(media.document);
  if ('photo' in media) return photoPart(media.photo);
  if ('voice' in media) return voicePart(media.voice);
  return 'contact' in media ? contactPart(media.contact) : null;
}

/** The line above a forwarded message. */
export function forwardedFrom(origin: MessageOrigin): HTMLElement {
  return el('div', { class: 'forwarded' }, 'Forwarded from ', el('strong', {}, originName(origin)));
}

function documentPart({ file_id, file_name = 'File', file_size = 0 }: Document): HTMLElement {
  const words = [
    el('span', { class: 'media-icon' }, icon('file')),
    el('span', { class: 'media-words' }, el('strong', {}, file_name), el('span', {}, sizeLabel(file_size))),
  ];
  // What is larger was never taken, only its size.
  if (file_size > MAX_FILE_BYTES) return el('div', { class: 'media-line' }, ...words);
  const link = { href: addressOf(file_id), download: file_name, 'aria-label': `Download ${file_name}` };
  return el('a', { class: 'media-line', ...link }, ...words);
}

/** Its place is kept before it is loaded, so that the chat stays at its end. */
function photoPart(sizes: readonly PhotoSize[]): HTMLElement {
  const { file_id, width, height } = sizes.at(-1) ?? { file_id: '', width: 800, height: 600 };
  const scale = LONGEST_SIDE_PX / Math.max(width, height);
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const gone = () => picture.replaceWith(el('div', { class: 'photo-gone' }, 'This photo is no longer here'));
  const picture = el('img', {
    class: 'photo',
    src: addressOf(file_id),
    alt: 'Photo',
    ...size,
    onerror: gone,
  });
  return picture;
}

function voicePart({ duration }: Voice): HTMLElement {
  return el(
    'div',
    { class: 'media-line' },
    el('span', { class: 'media-icon' }, icon('voice')),
    el(
      'span',
      { class: 'media-words' },
      el('strong', {}, 'Voice message'),
      el('span', {}, durationLabel(duration)),
    ),
  );
}

function contactPart(contact: Contact): HTMLElement {
  const name = fullName(contact);
  return el(
    'div',
    { class: 'media-line' },
    avatar(name, 2),
    el('span', { class: 'media-words' }, el('strong', {}, name), el('span', {}, contact.phone_number)),
  );
}

const addressOf = (fileId: string) => `/simulator/file?id=${encodeURIComponent(fileId)}`;

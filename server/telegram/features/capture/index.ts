import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { contacts } from './contacts.ts';
import { documents } from './documents.ts';
import { captureEdit } from './edit.ts';
import { media } from './media.ts';
import { captureTaps } from './taps.ts';

/** Everything but forwards and plain text that ends in a confirm card. Must come before notes. */
export const capture = new Composer<BotContext>();

capture.use(captureEdit, captureTaps, contacts, documents, media);

import { olga } from './chat-client.ts';

type World = { messages(userId?: number): Promise<{ text: string }[]> };

/**
 * What messages tell of, one line each: "🔔 Anna" for a reminder, "🔔 Anna, Ben" for a digest, "⚠️ Anna" for the word
 * about what may not have arrived, "⏳" before it where something came late. Other messages are left out.
 */
export function tellingOf(messages: { text: string }[]): string[] {
  return messages.flatMap(({ text }) => {
    const sign = ['⚠️', '🔔'].find((one) => text.startsWith(one));
    if (!sign) return [];
    const single = /^🔔 (?!\d+ steps? )(.+?)(?: · |$)/m.exec(text)?.[1];
    const listed = [...text.matchAll(/^\d+\. (.+?)(?: · |$)/gm)].map(([, name]) => name);
    const late = text.includes('⏳ Late') ? '⏳' : '';
    return `${late}${sign} ${single ?? listed.join(', ')}`;
  });
}

/** The same of a person's whole chat with the bot, oldest first. */
export const told = async (world: World, userId = olga) => tellingOf(await world.messages(userId));

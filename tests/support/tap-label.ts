import type { StoredMessage } from '../../server/simulator/state.ts';
import type { BotWorld } from './bot-world.ts';
import { olga } from './chat-client.ts';

/** The person taps the button with exactly that label; resolves with the bot's answer when all is settled. */
export async function tapLabel(world: BotWorld, shown: StoredMessage, label: string, from = olga) {
  const labels = (shown.keyboard ?? []).map((row) => row.map(({ text }) => text));
  const row = labels.findIndex((all) => all.includes(label));
  if (row < 0) throw new Error(`no button "${label}" in ${JSON.stringify(labels)}`);
  const column = labels[row]?.indexOf(label);
  const response = await fetch(`${world.simulator.url}/simulator/tap`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: from, messageId: shown.id, row, column }),
  });
  await world.settle();
  return (await response.json()) as { text?: string };
}

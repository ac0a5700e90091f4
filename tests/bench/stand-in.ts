import { startStandIn } from '../support/telegram-stand-in.ts';

/** The stand-in as a process of its own, so that its work is not counted as ours. Talks to its parent over IPC. */
const standIn = await startStandIn();
process.send?.({ url: standIn.url, token: standIn.token });
process.on('message', () => {
  process.send?.(standIn.sent.splice(0).map(({ chatId, at }) => [chatId, at]));
});
process.on('disconnect', () => process.exit(0));

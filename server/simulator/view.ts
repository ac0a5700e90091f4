import type { BotCommand, MenuButton } from 'grammy/types';
import { personOf } from './chats.ts';
import type { Context } from './context.ts';
import type { ActiveFault } from './faults.ts';
import type { ActiveModelFault } from './model/faults.ts';
import { type Person, people } from './people.ts';
import type { ReplyKey, StoredChat } from './state.ts';
import { commandKey, type StoredMessage } from './state.ts';

/** What GET /simulator/state answers: one person's chat as the page draws it. */
export type ChatView = {
  user: Person;
  users: readonly Person[];
  botName: string;
  botUsername: string;
  description: string;
  /** False until a bot has set a webhook or asked for updates. */
  botConnected: boolean;
  /** ISO time of the simulator's clock. */
  now: string;
  started: boolean;
  blocked: boolean;
  /** The fault that is on for everybody's calls, or null. */
  fault: ActiveFault | null;
  /** The same for calls of the language model's stand-in. */
  modelFault: ActiveModelFault | null;
  commands: BotCommand[];
  menuButton: MenuButton;
  replyKeyboard: ReplyKey[][] | null;
  messages: StoredMessage[];
};

/** The chat of one person, with the commands and the menu button Telegram would choose for them. */
export function viewChat(context: Context, chat: StoredChat, botConnected: boolean): ChatView {
  const { profile } = context.state;
  const user = personOf(chat);
  return {
    user,
    users: people,
    botName: profile.name,
    botUsername: context.bot.username,
    description: profile.description,
    botConnected,
    now: context.clock.now().toISOString(),
    started: chat.started,
    blocked: chat.blocked,
    fault: context.faults.current(),
    modelFault: context.modelFaults.current(),
    commands: commandsFor(profile.commands, user),
    menuButton: profile.menuButtons[String(chat.userId)] ??
      profile.menuButtons.default ?? { type: 'default' },
    replyKeyboard: chat.replyKeyboard,
    messages: chat.messages,
  };
}

/** The narrowest scope wins, and in it the person's language (BotCommandScope, "Determining list of commands"). */
function commandsFor(lists: Record<string, BotCommand[]>, user: Person): BotCommand[] {
  const scopes = [{ type: 'chat', chat_id: user.id }, { type: 'all_private_chats' }, { type: 'default' }];
  const keys = scopes.flatMap((scope) => [commandKey(scope, user.language_code), commandKey(scope, '')]);
  const key = keys.find((one) => lists[one]);
  return (key && lists[key]) || [];
}

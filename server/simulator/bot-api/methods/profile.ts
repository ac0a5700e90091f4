import { z } from 'zod';
import { apiBot, findChat } from '../../chats.ts';
import type { Context } from '../../context.ts';
import { commandKey } from '../../state.ts';
import { badRequest } from '../errors.ts';
import { checkWebAppUrl } from '../keyboards.ts';
import type { Methods } from '../method.ts';
import type { Params } from '../params.ts';

const commandsSchema = z.array(z.object({ command: z.string(), description: z.string() }));
const scopeSchema = z.looseObject({ type: z.string() });
const menuSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('commands') }),
  z.object({ type: z.literal('default') }),
  z.object({ type: z.literal('web_app'), text: z.string(), web_app: z.object({ url: z.string() }) }),
]);

export const profileMethods: Methods = {
  getMe: (context) => ({ result: { ...context.bot, ...apiBot(context) } }),

  setMyCommands(context, params) {
    const commands = params.json('commands', commandsSchema, "Can't parse commands list") ?? [];
    if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    const cleaned = commands.map(({ command, description }) => {
      const name = command.replace(/^\//, '');
      if (!/^[a-z\d_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
      if (description === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      return { command: name, description };
    });
    context.state.profile.commands[scopeKey(params)] = cleaned;
    return changedForAll(context);
  },
  getMyCommands: ({ state }, params) => ({ result: state.profile.commands[scopeKey(params)] ?? [] }),
  deleteMyCommands(context, params) {
    delete context.state.profile.commands[scopeKey(params)];
    return changedForAll(context);
  },

  setChatMenuButton(context, params) {
    const button = params.json('menu_button', menuSchema, "Can't parse menu button") ?? { type: 'default' };
    if (button.type === 'web_app') {
      if (button.text === '') throw badRequest('Menu button text must be non-empty');
      button.web_app.url = checkWebAppUrl(button.web_app.url, 'Menu button');
    }
    context.state.profile.menuButtons[menuKey(context, params)] = button;
    return changedForAll(context);
  },
  getChatMenuButton(context, params) {
    const { menuButtons } = context.state.profile;
    const button = menuButtons[menuKey(context, params)] ?? menuButtons.default;
    return { result: button ?? { type: 'default' } };
  },

  setMyName(context, params) {
    const name = params.text('name');
    if (name.length > 64) throw badRequest('BOT_TITLE_INVALID');
    context.state.profile.name = name || context.bot.first_name;
    return changedForAll(context);
  },
  getMyName: ({ state }) => ({ result: { name: state.profile.name } }),
  setMyDescription(context, params) {
    context.state.profile.description = limited(params.text('description'), 512);
    return changedForAll(context);
  },
  getMyDescription: ({ state }) => ({ result: { description: state.profile.description } }),
  setMyShortDescription(context, params) {
    context.state.profile.shortDescription = limited(params.text('short_description'), 120);
    return changedForAll(context);
  },
  getMyShortDescription: ({ state }) => ({ result: { short_description: state.profile.shortDescription } }),
};

function scopeKey(params: Params): string {
  const scope = params.json('scope', scopeSchema, "Can't parse BotCommandScope");
  return commandKey(scope, params.text('language_code'));
}

function menuKey(context: Context, params: Params): string {
  if (!params.has('chat_id')) return 'default';
  const chat = findChat(context, params.integer('chat_id') ?? 0);
  if (!chat) throw badRequest('Chat not found');
  return String(chat.userId);
}

function limited(text: string, longest: number): string {
  if (text.length > longest) throw badRequest('DESCRIPTION_TOO_LONG');
  return text;
}

function changedForAll(context: Context) {
  context.changed();
  context.live.tellAll('changed');
  return { result: true };
}

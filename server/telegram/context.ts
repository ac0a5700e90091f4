import type { Context } from 'grammy';
import type { User } from '../auth/users.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Model } from '../model/port.ts';
import type { Troubles } from '../troubles.ts';
import type { Wake } from '../wake.ts';
import type { AppUrl } from './card.ts';
import type { Files } from './files.ts';
import type { AskedQuestion } from './questions.ts';

/** What the bot works with; handed in by app.ts, never imported. */
export type BotDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  wake: Wake;
  appUrl: AppUrl;
  /** This process, among those that share the database. */
  instance: string;
  troubles: Troubles;
  /** Reads what people send as files. */
  files: Files;
  model: Model;
  /** Telegram ids of those who may see and replay what the bot could not handle. */
  adminIds: readonly number[];
};

/** A private chat with a person we know, at one moment. */
export type BotContext = Context &
  BotDeps & {
    user: User;
    now: Date;
    /** The question that the message replies to, once it was looked up (questions.ts); null for none. */
    question?: AskedQuestion | null;
  };

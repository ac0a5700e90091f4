import { type App, startApp } from './app.ts';
import { readConfig } from './env.ts';
import { errorText, SetupError } from './errors.ts';
import { createLog, type Log } from './log.ts';

/** Longer than any work under way may take; container hosts kill after 30 seconds. */
const patienceMs = 25_000;

const dev = process.argv.includes('--dev');
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await startApp({ config, log, dev });
  stopOnSignal(app, log);
  process.stdout.write(greeting(app));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\nFollowthrough cannot start.\n${error.message}\n`);
  process.exit(1);
}

/** Ctrl-C and SIGTERM stop in order; a second one, while that is under way, changes nothing. */
function stopOnSignal(app: App, log: Log): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), patienceMs).unref();
    const code = await app.stop().then(
      () => 0,
      (error) => {
        log.fatal({ error: errorText(error) }, 'could not stop in order');
        return 1;
      },
    );
    process.exit(code);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event) whenParentEnds(() => stop('npm ended'));
}

/** npm starts us in a shell that dies of a SIGTERM without passing it on; nobody should be left running behind it. */
function whenParentEnds(act: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), 250).unref();
}

function greeting({ simulatorUrl, appUrl, botUsername }: App): string {
  if (!simulatorUrl) return `\nFollowthrough is running as https://t.me/${botUsername}\n`;
  return `
Followthrough is running.

  Simulator   ${simulatorUrl}   the chat with the bot, and the Mini App beside it: start here
  Mini App    ${appUrl}   opens inside Telegram and the simulator only

To serve real Telegram set BOT_TOKEN (see README.md). Ctrl-C stops; everything is kept.
`;
}

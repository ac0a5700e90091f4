import { startApp } from './app.ts';
import { readConfig } from './env.ts';
import { errorText, SetupError } from './errors.ts';
import { createLog } from './log.ts';

/** The composition root: reads the environment, starts the program, stops it in order when asked. */
const dev = process.argv.includes('--dev');
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await startApp({ config, log, dev });
  process.stdout.write(app.greeting);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      app.stop().then(
        () => process.exit(0),
        (error) => {
          log.fatal({ error: errorText(error) }, 'could not stop in order');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\nFollowthrough cannot start.\n${error.message}\n`);
  process.exit(1);
}

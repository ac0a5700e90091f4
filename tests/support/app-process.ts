import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';

export type AppProcess = {
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C or a host does; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

export type Environment = Record<string, string>;

/** Where one program runs, also after a restart: a data folder and two ports, so that old buttons keep working. */
export async function choosePlace(dataDir: string) {
  const [port, simulatorPort] = [await freePort(), await freePort()];
  return {
    env: { DATA_DIR: dataDir, PORT: String(port), SIMULATOR_PORT: String(simulatorPort) },
    appUrl: `http://localhost:${port}`,
    simulatorUrl: `http://localhost:${simulatorPort}`,
  };
}

/** What `npm start` runs. */
const program = [process.execPath, '--import', 'tsx', 'server/main.ts'];

/** Starts the whole program with nothing but `environment`; resolves when it says it is running. */
export async function startProgram(environment: Environment, command = program): Promise<AppProcess> {
  const started = runProgram(environment, command);
  const ended = once(started.child, 'exit').then(([code]) => {
    throw new Error(`the program ended with ${code}:\n${started.output()}`);
  });
  await Promise.race([started.prints(/Followthrough is running/), ended]);
  ended.catch(() => {});
  const { child, output } = started;
  return {
    output,
    async stop(signal = 'SIGTERM') {
      const runs = child.exitCode === null && child.signalCode === null;
      const exit = runs && once(child, 'exit');
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}

/** Starts a program that should refuse to; resolves with its exit code and its words. */
export async function startInVain(environment: Environment): Promise<{ code: number; output: string }> {
  const started = runProgram(environment, program);
  const [code] = await once(started.child, 'exit');
  return { code, output: started.output() };
}

function runProgram(environment: Environment, [file = '', ...args]: string[]) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NODE_ENV: 'production' as const, ...environment };
  const child: ChildProcess = spawn(file, args, { env });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const prints = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => pattern.test(output) && resolve();
      listeners.add(look);
      look();
    });
  return { child, output: () => output, prints };
}

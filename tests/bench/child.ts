import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export type Child<Hello> = {
  hello: Hello;
  /** Sends a message and resolves with the answer to it. */
  ask<Answer>(message: unknown): Promise<Answer>;
  stop(): void;
};

/** Starts another file of this folder as a process of its own; resolves with its first message. */
export async function startChild<Hello>(file: string): Promise<Child<Hello>> {
  const child: ChildProcess = fork(new URL(file, import.meta.url), { execArgv: ['--import', 'tsx'] });
  const next = async () => (await once(child, 'message'))[0];
  return {
    hello: await next(),
    async ask(message) {
      const answer = next();
      child.send(message ?? {});
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

import { systemClock } from '../../../server/clock.ts';
import { openPglite } from '../../../server/db/client.ts';
import { readConfig } from '../../../server/env.ts';
import { SetupError } from '../../../server/errors.ts';
import { closeServer, listen } from '../../../server/http/server.ts';
import { createLog } from '../../../server/log.ts';
import { createModel } from '../../../server/model/create-model.ts';
import { createModelFaults } from '../../../server/simulator/model/faults.ts';
import { createStandInServer, standInProvider } from '../../../server/simulator/model/route.ts';
import { evaluatedLeads } from './leads.ts';
import { type Evaluated, toReport } from './report.ts';
import { evaluate, makePerson } from './run.ts';

/** Twenty plans by the configured provider, or by the stand-in when there is none; see docs/eval-plans.md. */
async function main(): Promise<void> {
  const config = readConfig(process.env).model;
  const standIn = config.provider ? null : await startStandIn();
  const provider = config.provider ?? standIn?.provider ?? null;
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  say(
    standIn
      ? 'model: the stand-in, for LLM_BASE_URL is not set. These figures say nothing about a real model.'
      : `model: ${provider?.model}`,
  );
  const { db, close } = await openPglite('memory://');
  const clock = systemClock;
  // Every lead may need two calls, and more when the provider fails.
  const limits = { dailyLimit: 1000, dailyLimitTotal: 1000 };
  const model = createModel({ ...config, ...limits, provider }, { db, clock, log: createLog('silent') });
  await makePerson(db, clock.now());
  const all: Evaluated[] = [];
  for (const lead of evaluatedLeads) {
    all.push(await evaluate(db, model, lead, clock.now()));
    process.stderr.write(`${all.length} of ${evaluatedLeads.length}: ${lead.about}\n`);
  }
  say(`\n${toReport(all)}`);
  await close();
  await standIn?.close();
}

async function startStandIn() {
  const server = createStandInServer({ faults: createModelFaults(() => {}) });
  const port = await listen(server, 0, '127.0.0.1');
  const close = () => {
    const closed = closeServer(server);
    server.closeAllConnections();
    return closed;
  };
  return { provider: standInProvider(`http://127.0.0.1:${port}`), close };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

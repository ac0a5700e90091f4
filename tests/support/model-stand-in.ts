import type { ModelConfig } from '../../server/model/config.ts';
import {
  createModelFaults,
  type ModelFaultRequest,
  modelFaultSchema,
} from '../../server/simulator/model/faults.ts';
import { createStandInServer, standInProvider } from '../../server/simulator/model/route.ts';
import { serve } from './serve.ts';

export type ModelStandIn = Awaited<ReturnType<typeof startModelStandIn>>;

/** The stand-in for a language model's provider, alone, over real HTTP, until the test ends. */
export async function startModelStandIn() {
  const faults = createModelFaults(() => {});
  const calls: { path: string; body: string; authorization: string | undefined }[] = [];
  const url = await serve(createStandInServer({ faults, heard: (call) => void calls.push(call) }));
  const provider = standInProvider(url);
  return {
    ...{ provider, url },
    /** What it was asked, the first call first. */
    calls,
    /** The messages of a call, as the provider got them. */
    messages: (call: number): { role: string; content: string }[] =>
      JSON.parse(calls[call]?.body ?? '{}').messages,
    /** Lets the next calls fail. */
    play: (fault: ModelFaultRequest) => faults.add(modelFaultSchema.parse(fault)),
    /** A configuration that asks it. */
    config: (change: Partial<ModelConfig> = {}): ModelConfig => ({
      ...{ provider, dailyLimit: 50, dailyLimitTotal: 1000, timeoutMs: 60_000 },
      ...change,
    }),
  };
}

import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, type ModelMessage } from 'ai';
import { z } from 'zod';
import type { ModelProvider } from './config.ts';
import { endpointOf } from './endpoint.ts';
import { readFailure, readStatus } from './failures.ts';
import { type NoAnswer, noAnswer, type Picture, type Tokens } from './port.ts';
import { storable } from './storable.ts';

/** What one call brought; `isWhole`: it was not cut off at the provider's limit. */
export type Reply = { ok: true; text: string; isWhole: boolean; tokens: Tokens };

export type Provider = {
  write(model: string, messages: ModelMessage[]): Promise<Reply | NoAnswer>;
  hear(model: string, voice: Picture): Promise<Reply | NoAnswer>;
};

/** One call each, never repeated; failures are values. */
export function openProvider(config: ModelProvider, timeoutMs: number): Provider {
  const { baseUrl, headers } = endpointOf(config);
  const chat = createOpenAICompatible({ name: 'llm', baseURL: baseUrl, headers });
  return {
    async write(model, messages) {
      try {
        // No limit of tokens: half of the providers call it max_tokens, and newer models refuse that.
        const said = await generateText({
          ...{ model: chat(model), messages, maxRetries: 0, allowSystemInMessages: true },
          abortSignal: AbortSignal.timeout(timeoutMs),
        });
        if (said.finishReason === 'content-filter') return noAnswer('refused', 'the model refused');
        const tokens = { in: said.usage.inputTokens ?? 0, out: said.usage.outputTokens ?? 0 };
        return { ok: true, text: said.text, isWhole: said.finishReason !== 'length', tokens };
      } catch (error) {
        return readFailure(error);
      }
    },
    async hear(model, voice) {
      try {
        const response = await fetch(`${baseUrl}/audio/transcriptions`, {
          ...{ method: 'POST', headers, body: voiceForm(model, voice) },
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (!response.ok) {
          return readStatus(response.status, response.headers.get('retry-after'), await response.text());
        }
        const heard = transcription.safeParse(await response.json());
        if (!heard.success) return noAnswer('invalid', 'not a transcription');
        const { text, usage } = heard.data;
        const tokens = { in: usage?.input_tokens ?? 0, out: usage?.output_tokens ?? 0 };
        return { ok: true, text: storable(text).trim(), isWhole: true, tokens };
      } catch (error) {
        return readFailure(error);
      }
    },
  };
}

/** OpenAI's answer to POST /audio/transcriptions; not every model counts tokens. */
const transcription = z.object({
  text: z.string(),
  usage: z.object({ input_tokens: z.number().optional(), output_tokens: z.number().optional() }).optional(),
});

/** By the name's ending the provider knows the format; Telegram's voice notes are Ogg. */
const endings: Record<string, string> = {
  ...{ 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/x-m4a': 'm4a' },
  ...{ 'audio/wav': 'wav', 'audio/x-wav': 'wav', 'audio/webm': 'webm', 'audio/flac': 'flac' },
};

function voiceForm(model: string, { bytes, mediaType }: Picture): FormData {
  const form = new FormData();
  form.append('model', model);
  const file = new Blob([new Uint8Array(bytes)], { type: mediaType });
  form.append('file', file, `voice.${endings[mediaType] ?? 'ogg'}`);
  return form;
}

/** Where a language model is reached: any API that speaks like OpenAI's. */
export type ModelProvider = {
  /** Without a slash at its end, such as "https://api.example.org/v1"; a user and password in it are sent along, and then there is no key. */
  baseUrl: string;
  /** null: the server asks for none. */
  apiKey: string | null;
  /** The provider's name of the model that writes. */
  model: string;
  /** Of those that see and hear; null: pictures, or voice notes, are not understood. */
  visionModel: string | null;
  audioModel: string | null;
};

export type ModelConfig = {
  provider: ModelProvider | null;
  /** Calls a UTC day: of one person, and of all together. */
  dailyLimit: number;
  dailyLimitTotal: number;
  /** How long one call may take. */
  timeoutMs: number;
};

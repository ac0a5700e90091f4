/** What a person may know of the language model, and what it may do for them. */
export type ModelView = {
  /** The provider's name of the model that writes; null when none is set up. */
  name: string | null;
  sees: boolean;
  hears: boolean;
  /** The person wants no model to read or write anything for them. */
  off: boolean;
  /** How often it was asked for them today (UTC), and how often it may be. */
  today: number;
  limit: number;
};

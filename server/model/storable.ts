/** A text of a model without what PostgreSQL stores in no text and no jsonb: a NUL, half of a surrogate pair. */
export const storable = (text: string): string =>
  text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd');

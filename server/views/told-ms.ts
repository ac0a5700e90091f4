/** So long a person is told, in the chat and in the app, that what they asked the model for came to nothing. */
export const toldMs = 24 * 60 * 60_000;

/** Unexpected console output fails the test that caused it: what is worth saying goes through the log. */
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  globalThis.console[method] = (...words: unknown[]) => {
    throw new Error(`unexpected console output: ${words.map(String).join(' ')}`);
  };
}

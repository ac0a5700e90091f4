/** As many as one statement takes comfortably. */
const most = 100;

/**
 * Makes one call out of many: what is asked for while a call is under way waits, and goes into the next one together.
 * `run` answers its items in their order; when it fails, it fails for all of them. Alone, an item does not wait.
 */
export function together<In, Out>(run: (items: In[]) => Promise<Out[]>): (item: In) => Promise<Out> {
  type Asked = { item: In; resolve(answer: Out): void; reject(error: unknown): void };
  const waiting: Asked[] = [];
  let running = false;

  async function runAll(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const answers = await run(batch.map(({ item }) => item));
        for (const [index, answer] of answers.entries()) batch[index]?.resolve(answer);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void runAll();
    });
}

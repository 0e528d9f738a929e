type Waiting<In, Out> = {
  readonly asked: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * One by one where they come one by one; what comes while others are on their way goes together, so that a rush costs few
 * statements.
 *
 * @param work gives one result for each, in their order
 * @param most so many go together
 */
export function inBatches<In, Out>(
  work: (some: readonly In[]) => Promise<readonly Out[]>,
  most = 1_000,
): (asked: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let isUnderWay = false;

  async function give(some: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await work(some.map(({ asked }) => asked));
      for (const [at, { resolve, reject }] of some.entries()) {
        const result = results[at];
        if (result === undefined) reject(new Error('a batch has fewer results than were asked for'));
        else resolve(result);
      }
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }

  async function go(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) await give(waiting.splice(0, most));
    isUnderWay = false;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (!isUnderWay) void go();
    });
}

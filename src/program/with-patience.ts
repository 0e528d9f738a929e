/** How long the start waits for one part; after that the part goes on in the background. */
const PATIENCE_MS = 20_000;

/** Resolves when the work is done or the time is up. */
export async function withPatience(work: Promise<unknown>): Promise<void> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });
  await Promise.race([work, late]);
}

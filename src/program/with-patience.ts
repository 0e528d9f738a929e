/** The start waits no longer than this for one part that does not answer: it goes on trying beside the others. */
const PATIENCE_MS = 20_000;

/** Resolves with the work, or when it takes too long. */
export async function withPatience(work: Promise<unknown>): Promise<void> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });
  await Promise.race([work, late]);
}

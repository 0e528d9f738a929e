/** 2015-01-01, from which Discord counts: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;

/** Makes ids that grow, each with the time of `now` (milliseconds since 1970) in it. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const timed = BigInt(now() - EPOCH_MS) << 22n;
    last = timed > last ? timed : last + 1n;
    return String(last);
  };
}

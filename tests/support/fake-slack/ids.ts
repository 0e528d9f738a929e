/** Milliseconds since the epoch. */
export type Clock = () => number;

/** `ts` of a message: seconds with six decimals, always later than the one before, so unique over the whole fake. */
export function createTimestamps(now: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1_000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}

/** Ids in Slack's form: a letter for the kind, then capitals and digits. */
export function createIds(): (kind: string) => string {
  let count = 0;
  return (kind) => {
    count += 1;
    return `${kind}0FAKE${count.toString(36).toUpperCase().padStart(5, '0')}`;
  };
}

export type Ids = ReturnType<typeof createIds>;

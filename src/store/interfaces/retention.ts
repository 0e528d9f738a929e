/** What has an end. Each deletes, in small slices, what is older than an instant (milliseconds since 1970). */
export interface Retention {
  /** Proposals that were decided before it, with their files. */
  readonly uploads: Expiring;
  /** What was said in rooms, and files that came with it. */
  readonly rooms: Expiring;
  /** Earlier texts of notes, but for what a change that can be taken back needs. */
  readonly notes: Expiring;
  /** Daily messages, but for each person's last one. */
  readonly deliveries: Expiring;
}

export interface Expiring {
  forget(before: number): Promise<void>;
}

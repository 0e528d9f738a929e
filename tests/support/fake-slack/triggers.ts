import { ApiError } from './errors.js';
import type { Clock, Ids } from './ids.js';

export type Triggers = {
  /** A new trigger for something that this person has just done. */
  issue(userId: string): string;
  /** Whose it was. Throws `ApiError` for one that is unknown, used or older than allowed. */
  spend(trigger: string): string;
  /** How long one is good for, in milliseconds. */
  ttlMs: number;
};

export function createTriggers(ids: Ids, now: Clock, ttlMs: number): Triggers {
  const open = new Map<string, { readonly userId: string; readonly at: number; used: boolean }>();
  return {
    ttlMs,
    issue(userId) {
      const trigger = `${Math.floor(now())}.${ids('1')}`;
      open.set(trigger, { userId, at: now(), used: false });
      return trigger;
    },
    spend(trigger) {
      const found = open.get(trigger);
      if (found === undefined) throw new ApiError('invalid_trigger_id');
      if (found.used) throw new ApiError('exchanged_trigger_id');
      if (now() - found.at > this.ttlMs) throw new ApiError('expired_trigger_id');
      found.used = true;
      return found.userId;
    },
  };
}

import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { RATES } from './limits.js';
import { createRateLimit } from './rate-limit.js';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** What Node's own server knows of a request, as Hono hands it on. */
const connected = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/**
 * Where a request comes from; `null` for this machine itself, whose programs and proxy speak for many, and where nobody
 * knows.
 */
export function addressOf({ env }: Context): string | null {
  const address = connected.safeParse(env).data?.incoming.socket.remoteAddress ?? '';
  return address === '' || LOOPBACK.test(address) ? null : address;
}

/** However many cookies somebody makes up, all of them together have what one address may. */
export function limitAddresses(
  now: () => number,
  of: (context: Context) => string | null = addressOf,
): MiddlewareHandler {
  const asking = createRateLimit(RATES.address);
  return async (context, next) => {
    const address = of(context);
    if (address !== null && !asking.take(address, now())) return context.text('429\n', 429);
    return next();
  };
}

/** How many streams are open, by address. */
export type OpenStreams = {
  /** Counts one more, unless the address has as many as it may; gives what takes it back. */
  open(address: string | null): (() => void) | null;
};

export function createOpenStreams(most: number): OpenStreams {
  const open = new Map<string, number>();
  return {
    open(address) {
      if (address === null) return () => {};
      const count = open.get(address) ?? 0;
      if (count >= most) return null;
      open.set(address, count + 1);
      return () => {
        const left = (open.get(address) ?? 1) - 1;
        if (left > 0) open.set(address, left);
        else open.delete(address);
      };
    },
  };
}

import { DrizzleQueryError } from 'drizzle-orm';
import { StoreUnavailable } from '../interfaces/store.js';

/**
 * SQLSTATEs, whole or by class, that mean "not now" and say nothing about the statement
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html): connection lost (08), shutting down or starting
 * (57P), cancelled by a timeout (57014), out of connections, memory or disk (53), I/O error (58), read-only standby
 * after a failover (25006), idle in a transaction for too long (25P03), rolled back by a conflict (40).
 */
const NOT_NOW = ['08', '57P', '57014', '53', '58', '25006', '25P03', '40'];

/** An error that the database itself reported. */
type Reported = Error & { readonly code: string; readonly severity: string };

/** Both drivers give it a severity, which no system error has; each driver has a class of its own. */
export function isReported(error: unknown): error is Reported {
  return (
    error instanceof Error &&
    'severity' in error &&
    typeof error.severity === 'string' &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

/**
 * Whether a driver's error means that the database is away. An error that the database reported is judged by its
 * SQLSTATE. Everything else that a driver throws for a statement comes from the connection (several such errors carry
 * no code at all), except the built-in kinds that a mistake in our own code throws.
 */
function isAway(driverError: unknown): boolean {
  if (isReported(driverError)) return NOT_NOW.some((prefix) => driverError.code.startsWith(prefix));
  return !(driverError instanceof TypeError || driverError instanceof RangeError);
}

function unavailable(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('the database cannot be reached', { cause });
}

/** For an error that a driver itself threw: `StoreUnavailable` where the database is away, else the error. */
export function wrapDriverError(error: unknown): unknown {
  return isAway(error) ? unavailable(error) : error;
}

/** For an error of the store's work: only what drizzle marks as a failed statement comes from a driver. */
export function wrapWorkError(error: unknown): unknown {
  return error instanceof DrizzleQueryError && isAway(error.cause) ? unavailable(error) : error;
}

/** Whether the error ended the session that threw it. */
export function isFatalDriverError(error: unknown): boolean {
  return isReported(error) ? error.severity === 'PANIC' || error.severity === 'FATAL' : isAway(error);
}

/** The same for an error of the store's work. */
export function isFatalWorkError(error: unknown): boolean {
  return error instanceof DrizzleQueryError && isFatalDriverError(error.cause);
}

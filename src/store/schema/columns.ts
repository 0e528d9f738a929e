import { customType } from 'drizzle-orm/pg-core';
import { type Instant, instant, type LocalDate, localDate } from '../../core/local-date.js';

/** A moment, kept to the millisecond, which is what an `Instant` can hold. */
export const instantColumn = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => instant(Date.parse(value)),
});

/** A learner's calendar day: no time zone, no instant. */
export const localDateColumn = customType<{ data: LocalDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value,
  fromDriver: (value) => localDate(value),
});

export const bytesColumn = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

import { customType } from 'drizzle-orm/pg-core';
import { type Instant, instant, type LocalDate, localDate } from '../../core/local-date.js';
import { DAY_EASES, type DayEase, type EasyDays } from '../../core/spread.js';

/** A moment to the millisecond, the precision of `Instant`. */
export const instantColumn = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => instant(Date.parse(value)),
});

/** A learner's calendar day, without a time zone. */
export const localDateColumn = customType<{ data: LocalDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value,
  fromDriver: (value) => localDate(value),
});

/** A vector as 32-bit floats, little-endian. */
export const vectorColumn = customType<{ data: Float32Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver(vector) {
    const view = new DataView(new ArrayBuffer(vector.length * 4));
    for (const [index, number] of vector.entries()) view.setFloat32(index * 4, number, true);
    return new Uint8Array(view.buffer);
  },
  fromDriver(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Float32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getFloat32(index * 4, true));
  },
});
export const bytesColumn = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

const LETTER_OF = { normal: 'n', fewer: 'f', none: '-' } as const satisfies Record<DayEase, string>;

function easeOf(letter: string | undefined): DayEase {
  return DAY_EASES.find((ease) => LETTER_OF[ease] === letter) ?? 'normal';
}

/** Seven letters from Monday to Sunday. */
export const easyDaysColumn = customType<{ data: EasyDays; driverData: string }>({
  dataType: () => 'text',
  toDriver: (days) => days.map((ease) => LETTER_OF[ease]).join(''),
  fromDriver(letters) {
    const [a, b, c, d, e, f, g] = letters;
    return [easeOf(a), easeOf(b), easeOf(c), easeOf(d), easeOf(e), easeOf(f), easeOf(g)];
  },
});

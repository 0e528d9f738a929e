/** One field of a message (https://protobuf.dev/programming-guides/encoding/). */
export type ProtoField = { readonly number: number; readonly value: number | Uint8Array };

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const MAX_FIELDS = 100_000;

/** The fields of a message, in their order. Throws a `RangeError` for invalid bytes. */
export function protoFields(bytes: Uint8Array): readonly ProtoField[] {
  const fields: ProtoField[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[at];
      if (byte === undefined) break;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('not a number');
  };
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - at) throw new RangeError('shorter than it says');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const valueWith = (wire: number): number | Uint8Array => {
    if (wire === VARINT) return varint();
    if (wire === BYTES) return take(varint());
    if (wire === FIXED64) return take(8);
    if (wire === FIXED32) return take(4);
    throw new RangeError('not a kind of field');
  };
  while (at < bytes.length) {
    if (fields.length === MAX_FIELDS) throw new RangeError('too many fields');
    const tag = varint();
    fields.push({ number: Math.floor(tag / 8), value: valueWith(tag % 8) });
  }
  return fields;
}

/** A text field; empty where the message has none. */
export function protoText(fields: readonly ProtoField[], number: number): string {
  const value = fields.findLast((field) => field.number === number)?.value;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}

/** A number field; `undefined` where the message has none. */
export function protoNumber(fields: readonly ProtoField[], number: number): number | undefined {
  const value = fields.findLast((field) => field.number === number)?.value;
  return typeof value === 'number' ? value : undefined;
}

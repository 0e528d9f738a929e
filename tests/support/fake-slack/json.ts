import { z } from 'zod';

/** An object of JSON whose fields are not known. */
export type Json = Readonly<Record<string, unknown>>;

export const jsonObject = z.record(z.string(), z.unknown());

/** The value that `text` writes, or `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object that `text` writes, or `null` for anything else. */
export function parseObject(text: string): Json | null {
  const parsed = jsonObject.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** The object without the fields that are `undefined`, as JSON would carry it. */
export function present(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

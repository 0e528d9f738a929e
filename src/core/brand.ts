declare const brandName: unique symbol;

/** A primitive that carries its meaning in its type, so that a card id cannot be passed where a deck id belongs. */
export type Brand<Base, Name extends string> = Base & { readonly [brandName]: Name };

/**
 * The one place where a value is given a brand. A cast is needed because a brand exists only in the type
 * system; callers check the value first and are the named constructors beside each branded type.
 */
export function brand<Branded extends string | number>(value: Branded extends string ? string : number): Branded {
  return value as unknown as Branded;
}

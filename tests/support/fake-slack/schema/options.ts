import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { anyText, items, plainText, text } from './text.js';

export const colour = z.enum(['primary', 'danger'], 'style must be primary or danger');

export const confirm = z.strictObject({
  title: plainText(100).exactOptional(),
  text: anyText(300),
  confirm: plainText(30).exactOptional(),
  deny: plainText(30).exactOptional(),
  style: colour.exactOptional(),
});

export const plainOption = z.strictObject({
  text: plainText(75),
  value: text(150),
  description: plainText(75).exactOptional(),
});

export const overflowOption = plainOption.extend({ url: text(3_000).exactOptional() });

export const optionGroup = z.strictObject({ label: plainText(75), options: items(plainOption, 100) });

export type PlainOption = z.infer<typeof plainOption>;

type Choices = {
  readonly options?: readonly PlainOption[];
  readonly option_groups?: readonly { readonly options: readonly PlainOption[] }[];
};

export function allOptions({ options, option_groups }: Choices): readonly PlainOption[] {
  return options ?? (option_groups ?? []).flatMap((group) => group.options);
}

/** A menu has options or groups of them, not both, and starts with some of its own. */
export function checkChoices(
  menu: Choices,
  initial: readonly unknown[],
  problem: (message: string, path: string) => void,
): void {
  if ((menu.options === undefined) === (menu.option_groups === undefined)) {
    problem('must define either `options` or `option_groups`', 'options');
  }
  checkInitial(allOptions(menu), initial, problem);
}

export function checkInitial(
  options: readonly unknown[],
  initial: readonly unknown[],
  problem: (message: string, path: string) => void,
): void {
  for (const chosen of initial) {
    if (options.some((option) => isDeepStrictEqual(option, chosen))) continue;
    problem('initial option must be one of the options', 'initial_option');
  }
}

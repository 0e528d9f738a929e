import type { CommandSpec, View } from '../../chat/port.js';
import { commandSpec } from '../command-spec.js';
import { type Call, type Feature, suggestNothing } from '../feature.js';
import { helpView } from '../views/help-view.js';

/** The help lists every command of the bot, itself included, so it is made last. */
export function helpFor(others: readonly CommandSpec[]): Feature {
  const command = commandSpec('help', 'command.help');
  const show = async ({ language }: Call<unknown>): Promise<View> => helpView(language, [...others, command]);
  return {
    command,
    run: { answer: 'private', handle: show },
    actions: { 'help.show': { answer: 'private', handle: show } },
    submissions: {},
    suggest: suggestNothing,
  };
}

import type { CommandSpec, Place, View } from '../../chat/port.js';
import { commandSpec } from '../command-spec.js';
import { type Call, type Feature, feature } from '../feature.js';
import { helpView } from '../views/help-view.js';

/** The help lists every command of the bot, itself included, so it is made last. */
export function helpFor(others: readonly CommandSpec[]): Feature {
  const command = commandSpec('help', 'command.help');
  const show = async ({ language, event }: Call<{ readonly place: Place }>): Promise<View> =>
    helpView(language, [...others, command], event.place.lead);
  return feature({
    command,
    run: { answer: 'private', handle: show },
    actions: { 'help.show': { answer: 'private', handle: show } },
  });
}

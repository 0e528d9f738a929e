import type { CommandSpec, Place, View } from '../../chat/port.js';
import { commandSpec } from '../command-spec.js';
import { type Call, type Feature, feature } from '../feature.js';
import { careHelpView, helpView } from '../views/help-view.js';

/** Help lists every command of the bot, itself included, so it is created last. */
export function createHelpFeature(others: readonly CommandSpec[]): Feature {
  const commands = [...others, commandSpec('help', 'command.help')];
  type Shown = typeof helpView;
  const show =
    (view: Shown) =>
    async ({ language, event }: Call<{ readonly place: Place }>): Promise<View> =>
      view(language, commands, event.place.lead);
  return feature({
    command: commandSpec('help', 'command.help'),
    run: { answer: 'private', handle: show(helpView) },
    actions: {
      'help.show': { answer: 'private', handle: show(helpView) },
      'help.care': { answer: 'replace', handle: show(careHelpView) },
      'help.back': { answer: 'replace', handle: show(helpView) },
    },
  });
}

import type { ActionEvent, CommandEvent, View } from '../../chat/port.js';
import { refOf } from '../../core/short-ref.js';
import { EXPORT_FORMATS, exportOwn, isExportFormat } from '../../tutor/decks/export-own.js';
import { findDeck } from '../../tutor/decks/find-deck.js';
import { exportArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { meansAllDecks, understandDeck } from '../deck-words.js';
import { type Call, feature } from '../feature.js';
import { sayAll } from '../messages/say.js';
import { suggestDecks } from '../suggest-decks.js';
import { exportedView, exportFormatsView } from '../views/export-view.js';

const ALL = '*';

/** `/export`, `/export docker csv`, `/export format:apkg`. Without a format it asks for one. */
async function run({ context, learner, language, event }: Call<CommandEvent>): Promise<View> {
  const named = event.options.deck?.trim() || null;
  const asked = named !== null && meansAllDecks(named) ? null : named;
  const { format } = event.options;
  if (format !== undefined && isExportFormat(format)) {
    return exportedView(language, await exportOwn(context, learner, asked, format));
  }
  if (asked === null) return exportFormatsView(language, ALL);
  const found = await findDeck(context, learner, asked);
  return found.kind === 'found' ? exportFormatsView(language, refOf(found.deckId)) : exportedView(language, found);
}

async function exportAs({ context, learner, language, event }: Call<ActionEvent>): Promise<View> {
  const { format, deck } = exportArg(event);
  return exportedView(language, await exportOwn(context, learner, deck === ALL ? null : deck, format));
}

/** `/export`: the decks as a private file, with the person's own progress. */
export const exportFeature = feature({
  command: commandSpec('export', 'command.export', [
    commandOption('deck', 'command.export.deck', { required: false, suggests: true }),
    commandOption('format', 'command.export.format', {
      required: false,
      choices: EXPORT_FORMATS.map((value) => ({ value, label: sayAll(`export.format.${value}`) })),
      suggests: false,
    }),
  ]),
  run: { answer: 'private', handle: run },
  understand: understandDeck,
  actions: { 'export.as': { answer: 'private', handle: exportAs } },
  suggest: suggestDecks,
});

import { fold, slugOf } from '../../core/text.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from './export-deck.js';
import { type FoundDeck, findDeck } from './find-deck.js';

export { EXPORT_FORMATS, type ExportFormat };

export type OwnExport =
  | {
      readonly kind: 'exported';
      /** ASCII letters, digits, dots and hyphens. */
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly decks: number;
      readonly cards: number;
      /** Whether the learner's progress is in the file. */
      readonly hasProgress: boolean;
      /** How many pictures and recordings are missing. */
      readonly missingMedia: number;
    }
  | Extract<FoundDeck, { readonly kind: 'no-such-deck' }>
  /** There are no cards. */
  | { readonly kind: 'nothing' };

export function isExportFormat(format: string): format is ExportFormat {
  return EXPORT_FORMATS.some((each) => each === format);
}

function fileNameOf(deck: string | null, format: ExportFormat): string {
  const slug = slugOf(fold(deck ?? '').replace(/[^a-z0-9]+/gu, '-')).slice(0, 60);
  return `${slug || 'repaso'}.${format}`;
}

/**
 * Exports decks for one learner, with nobody else's progress.
 *
 * @param asked the deck's id or name; `null` for all decks
 */
export async function exportOwn(
  context: TutorContext,
  learner: Learner,
  asked: string | null,
  format: ExportFormat,
): Promise<OwnExport> {
  const found = asked === null ? null : await findDeck(context, learner, asked);
  if (found?.kind === 'no-such-deck') return found;
  const deck = found?.deckId ?? null;
  // Pictures are beside the notes on the machine that read them, which may not be this one.
  const request = { format, deck, learner: learner.id, findMedia: async () => null };
  const exported = await writeExport(context, learner.workspaceId, request);
  if (exported.kind !== 'exported' || exported.cards === 0) return { kind: 'nothing' };
  const { bytes, decks, cards, learners, missingMedia } = exported;
  const name = fileNameOf(deck, format);
  return {
    kind: 'exported',
    name,
    bytes,
    decks,
    cards,
    hasProgress: learners.length > 0,
    missingMedia: missingMedia.length,
  };
}

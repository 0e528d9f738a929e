import type { Language } from '../core/language.js';
import type { ImportCounts } from '../tutor/decks/change-counts.js';
import { type MessageKey, say } from './messages/say.js';

/** In the order of the sentence. */
const PARTS = [
  ['added', 'import.count.added'],
  ['changed', 'import.count.changed'],
  ['back', 'import.count.back'],
  ['moved', 'import.count.moved'],
  ['removed', 'import.count.removed'],
  ['unclear', 'import.count.unclear'],
  ['unchanged', 'import.count.unchanged'],
] as const satisfies readonly (readonly [keyof ImportCounts, MessageKey])[];

/** "7 new, 2 edited (progress kept), 1 unclear", without zero counts; empty where all are zero. */
export function changeWords(language: Language, counts: ImportCounts): string {
  return PARTS.flatMap(([part, key]) => (counts[part] > 0 ? [say(language, key, { count: counts[part] })] : [])).join(
    ', ',
  );
}

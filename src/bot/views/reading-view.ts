import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

type ReadingStatus = {
  readonly file: string;
  /** How many files are read before it; 0 while it is being read. */
  readonly before: number;
  /** How many of the passages a language model has been asked about; `null` before that. */
  readonly suggested: { readonly done: number; readonly total: number } | null;
  /** The key that cancels it. */
  readonly key: string;
};

/** The progress of reading a file, with a cancel button. */
export function readingView(language: Language, { file, before, suggested, key }: ReadingStatus): View {
  const name = escapeInline(file);
  const markdown =
    suggested === null
      ? say(language, before > 0 ? 'import.queued' : 'import.reading', { file: name, before })
      : say(language, 'import.suggesting', { file: name, ...suggested });
  return {
    body: [{ kind: 'text', markdown }],
    controls: [button(say(language, 'sure.cancel'), 'import.stop', [key])],
  };
}

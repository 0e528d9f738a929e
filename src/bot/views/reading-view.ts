import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

export type ReadingStatus = {
  readonly file: string;
  /** Files that are read before it; 0 while it is read itself. */
  readonly before: number;
  /** Passages about which a language model has been asked, of how many; `null` before that. */
  readonly suggested: { readonly done: number; readonly total: number } | null;
  /** By which it is called off. */
  readonly key: string;
};

/** How far a file is that is being read, with a way to call it off. */
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

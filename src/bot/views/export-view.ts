import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { EXPORT_FORMATS, type OwnExport } from '../../tutor/decks/export-own.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { shortenLabel } from '../words.js';
import { noticeView } from './notice-view.js';

/** Asks for the format. `deck` is a deck's key, or `*` for all. */
export function exportFormatsView(language: Language, deck: string): View {
  return {
    title: say(language, 'export.title'),
    body: [{ kind: 'list', items: EXPORT_FORMATS.map((format) => say(language, `export.about.${format}`)) }],
    controls: EXPORT_FORMATS.map((format) =>
      button(say(language, `export.format.${format}`), 'export.as', [format, deck]),
    ),
    footer: say(language, 'export.own'),
  };
}

/** The exported file. */
export function exportedView(language: Language, exported: OwnExport): View {
  switch (exported.kind) {
    case 'nothing':
      return noticeView(language, 'neutral', 'export.nothing');
    case 'no-such-deck':
      return {
        ...noticeView(language, 'warning', 'review.no-deck', { asked: escapeInline(shortenLabel(exported.asked, 60)) }),
        controls: [button(say(language, 'help.decks'), 'deck.show')],
      };
    case 'exported': {
      const { name, bytes, decks, cards, hasProgress, missingMedia } = exported;
      const progress = hasProgress ? [say(language, 'export.progress')] : [];
      const media = missingMedia === 0 ? [] : [say(language, 'export.no-media', { count: missingMedia })];
      const words = [say(language, 'export.done', { name: escapeInline(name), decks, cards }), ...progress, ...media];
      return {
        tone: 'success',
        body: [{ kind: 'text', markdown: words.join(' ') }],
        file: { name, bytes, orElse: say(language, 'export.not-taken') },
      };
    }
  }
}

import type { View } from '../../chat/port.js';
import { SURENESS, type Sureness } from '../../core/doubtful.js';
import type { Language } from '../../core/language.js';
import type { ChangedSureness } from '../../tutor/decks/pile/change-sureness.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { pileButtons } from './pile-view.js';

function savedWords(language: Language, { joined, left }: ChangedSureness): string {
  return [
    say(language, 'settings.saved'),
    ...(joined > 0 ? [say(language, 'settings.cards.joined', { count: joined })] : []),
    ...(left > 0 ? [say(language, 'settings.cards.left', { count: left })] : []),
  ].join(' ');
}

/** How sure cards must be for everyone here, and how many cards a change has moved. */
export function surenessView(language: Language, chosen: Sureness, changed: ChangedSureness | null): View {
  return {
    ...(changed === null ? {} : { tone: 'success' as const }),
    title: say(language, 'settings.cards'),
    body: [
      ...(changed === null ? [] : [{ kind: 'text', markdown: savedWords(language, changed) } as const]),
      { kind: 'text', markdown: say(language, 'settings.cards.body') },
    ],
    controls: [
      {
        kind: 'select',
        label: say(language, 'settings.cards'),
        action: { action: 'settings.sureness', args: [] },
        options: SURENESS.map((value) => ({
          value,
          label: say(language, `settings.cards.${value}`),
          selected: value === chosen,
        })),
      },
      ...pileButtons(language, changed?.left ?? 0, 'deck.pile.look'),
      button(say(language, 'help.back'), 'settings.back'),
    ],
  };
}

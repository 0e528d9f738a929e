import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Board } from '../../tutor/review/rank-team.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';
import { percent, shortDate } from '../words.js';

/** How many people are shown; the rest are counted. */
const PLACES = 10;

/** The week's board. */
export function leaderboardView(language: Language, board: Board): View {
  const shown = board.standings.slice(0, PLACES);
  const more = board.standings.length - shown.length;
  const most = shown[0]?.reviews ?? 1;
  const meters = shown.map((standing) => ({
    label: say(language, 'leaderboard.row', { rank: standing.rank, name: standing.name }),
    value: standing.reviews,
    max: most,
    text: say(language, 'leaderboard.count', {
      reviews: standing.reviews,
      share: percent(language, standing.known / standing.reviews),
    }),
  }));
  const note = say(language, 'leaderboard.note', {
    from: shortDate(language, board.from),
    to: shortDate(language, board.to),
  });
  return {
    title: say(language, 'leaderboard.title', { week: board.week }),
    body:
      shown.length === 0
        ? [{ kind: 'text', markdown: say(language, 'leaderboard.none') }]
        : [{ kind: 'meters', meters }],
    controls: [button(say(language, 'leaderboard.mine'), 'review.start')],
    footer: more > 0 ? `${say(language, 'leaderboard.more', { count: more })} ${note}` : note,
  };
}

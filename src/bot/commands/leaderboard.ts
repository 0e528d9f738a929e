import { rankTeam } from '../../tutor/review/rank-team.js';
import { commandSpec } from '../command-spec.js';
import { feature } from '../feature.js';
import { leaderboardView } from '../views/leaderboard-view.js';

export const leaderboardFeature = feature({
  command: commandSpec('leaderboard', 'command.leaderboard'),
  run: {
    answer: 'public',
    handle: async ({ context, learner, language }) => leaderboardView(language, await rankTeam(context, learner)),
  },
});

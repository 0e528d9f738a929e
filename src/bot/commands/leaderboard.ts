import { rankTeam } from '../../tutor/rank-team.js';
import { commandSpec } from '../command-spec.js';
import { type Feature, suggestNothing } from '../feature.js';
import { leaderboardView } from '../views/leaderboard-view.js';

export const leaderboard: Feature = {
  command: commandSpec('leaderboard', 'command.leaderboard'),
  run: {
    answer: 'public',
    handle: async ({ context, learner, language }) => leaderboardView(language, await rankTeam(context, learner)),
  },
  actions: {},
  submissions: {},
  suggest: suggestNothing,
};

import type { Json } from './json.js';
import type { Platform } from './platform.js';
import { blockIdOf } from './schema/interactive.js';
import type { View } from './schema/view.js';
import type { StoredView, Team } from './state.js';

/** A new view on top of another, or by itself. */
export function storeView(platform: Platform, view: View, below: StoredView | null): StoredView {
  const id = platform.ids('V');
  return { id, rootId: below?.rootId ?? id, previousId: below?.id ?? null, view, hash: platform.ids('h') };
}

/** A view as Slack shows it to apps. `values`: what was entered, by block and action. */
export function viewPayload(platform: Platform, team: Team, stored: StoredView, values: Json = {}): Json {
  const { view } = stored;
  const modal =
    view.type === 'modal'
      ? {
          title: view.title,
          close: view.close ?? null,
          submit: view.submit ?? null,
          clear_on_close: view.clear_on_close ?? false,
          notify_on_close: view.notify_on_close ?? false,
        }
      : { title: null, close: null, submit: null, clear_on_close: false, notify_on_close: false };
  return {
    id: stored.id,
    team_id: team.id,
    type: view.type,
    ...modal,
    blocks: view.blocks.map((block, index) => ({ ...block, block_id: blockIdOf(block, index) })),
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    state: { values },
    hash: stored.hash,
    root_view_id: stored.rootId,
    previous_view_id: stored.previousId,
    app_id: platform.app.id,
    app_installed_team_id: team.id,
    bot_id: team.botId,
  };
}

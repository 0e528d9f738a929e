import { z } from 'zod';
import type { ChosenFiles } from '../../contracts/chat-adapter.js';
import { ApiError, InvalidRequest } from './errors.js';
import type { Json } from './json.js';
import { readView } from './methods/views.js';
import { origin, type Scene } from './payloads.js';
import { type Platform, watched } from './platform.js';
import type { MessageBlock } from './schema/blocks.js';
import { blockIdOf, interactivesOf } from './schema/interactive.js';
import { check, complaint } from './schema/problems.js';
import { checkChosen, sendFile } from './sent-files.js';
import type { Member, StoredView } from './state.js';
import { type FilesTold, stateValues } from './values.js';
import { storeView, viewPayload } from './view-payload.js';

type InputBlock = Extract<MessageBlock, { type: 'input' }>;

function inputsOf({ view }: StoredView): readonly { readonly id: string; readonly block: InputBlock }[] {
  return view.blocks.flatMap((block, index) =>
    block.type === 'input' ? [{ id: blockIdOf(block, index), block }] : [],
  );
}

export function labelsOf(stored: StoredView): readonly string[] {
  return inputsOf(stored).map(({ block }) => block.label.text);
}

type Values = Readonly<Record<string, string>>;

function checkText({ element, label, optional }: InputBlock, entered: string | undefined): void {
  if (element.type !== 'plain_text_input') return;
  const value = entered ?? element.initial_value ?? '';
  if (value === '' && optional !== true) throw new Error(`the form cannot be sent without ${label.text}`);
  if (value.length > (element.max_length ?? 3_000)) throw new Error(`${label.text} is too long to be sent`);
}

function checkFile({ element, label, optional }: InputBlock, file: ChosenFiles[string] | undefined): void {
  if (element.type !== 'file_input') return;
  if (file !== undefined) checkChosen(element, file);
  else if (optional !== true) throw new Error(`the form cannot be sent without ${label.text}`);
}

/** What the client itself would not let through, before anything is sent. */
function checkEntered(stored: StoredView, values: Values, files: ChosenFiles): void {
  const inputs = inputsOf(stored);
  const isFor = (kind: 'file' | 'other') => (name: string) =>
    inputs.some(({ id, block }) => id === name && (block.element.type === 'file_input') === (kind === 'file'));
  const unknown = [
    ...Object.keys(values).filter((name) => !isFor('other')(name)),
    ...Object.keys(files).filter((name) => !isFor('file')(name)),
  ];
  if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(', ')}`);
  for (const { id, block } of inputs) {
    checkText(block, values[id]);
    checkFile(block, files[id]);
  }
}

function send(scene: Scene, files: ChosenFiles): FilesTold {
  return Object.fromEntries(Object.entries(files).map(([id, file]) => [id, [sendFile(scene, file)]]));
}

export function viewSubmission(
  scene: Scene,
  stored: StoredView,
  values: Values,
  triggerId: string,
  files: ChosenFiles = {},
): Json {
  checkEntered(stored, values, files);
  const entered = stateValues(interactivesOf(stored.view.blocks), values, send(scene, files));
  const { platform, team, member } = scene;
  // A form is the person's, not the channel's: a guest's comes from the guest's own workspace.
  const own = platform.state.teams.get(member.teamId);
  return {
    type: 'view_submission',
    ...origin(scene),
    team: { id: member.teamId, domain: own?.domain ?? '' },
    trigger_id: triggerId,
    view: { ...viewPayload(platform, team, stored, entered), app_installed_team_id: team.id },
    response_urls: [],
  };
}

const response = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

type Errors = Readonly<Record<string, string>>;

function close(member: Member, stored: StoredView): void {
  const index = member.modals.indexOf(stored);
  if (index >= 0) member.modals.splice(index, 1);
}

function carryOut(platform: Platform, member: Member, stored: StoredView, body: Json): Errors {
  const checked = check(response, body, ['ack']);
  if (!checked.ok) throw new InvalidRequest('invalid_response_action', checked.problems);
  const told = checked.value;
  switch (told.response_action) {
    case 'errors': {
      const known = new Set(inputsOf(stored).map(({ id }) => id));
      const strange = Object.keys(told.errors).filter((id) => !known.has(id));
      if (strange.length === 0) return told.errors;
      throw new InvalidRequest('invalid_response_action', [
        complaint(`no input block ${strange.join(', ')}`, ['errors']),
      ]);
    }
    case 'update':
      stored.view = readView(platform, 'ack', told.view, 'modal');
      stored.hash = platform.ids('h');
      return {};
    case 'push':
      member.modals.push(storeView(platform, readView(platform, 'ack', told.view, 'modal'), stored));
      return {};
    case 'clear':
      member.modals.length = 0;
      return {};
  }
}

/** Does to the form what the acknowledgement of its submission says; with nothing said the form closes. */
export function afterSubmission(platform: Platform, member: Member, stored: StoredView, body: Json | null): Errors {
  if (body === null) {
    close(member, stored);
    return {};
  }
  try {
    return watched(platform, 'ack', body, () => carryOut(platform, member, stored, body));
  } catch (error) {
    // The client says "We had some trouble connecting" and keeps the form; the violation is on record.
    if (!(error instanceof ApiError)) throw error;
    return {};
  }
}

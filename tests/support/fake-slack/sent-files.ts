import type { ChosenFiles } from '../../contracts/chat-adapter.js';
import { type Answer, jsonAnswer } from './faults.js';
import { type Incoming, tokenOf } from './incoming.js';
import type { Json } from './json.js';
import type { Scene } from './payloads.js';
import type { Platform } from './platform.js';
import type { FileInput } from './schema/elements.js';
import type { SentFile, Team } from './state.js';
import { teamOf } from './web-api.js';

/** In bytes; what a `file_input` takes. */
const MAX_BYTES = 10 * 1024 * 1024;

/** What the client itself would not let through. Throws an `Error` that says so. */
export function checkChosen(input: FileInput, { name, bytes }: ChosenFiles[string]): void {
  const end = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (input.filetypes !== undefined && !input.filetypes.includes(end)) throw new Error(`the form takes no .${end}`);
  if (bytes.length > MAX_BYTES) throw new Error(`Slack uploads no ${bytes.length} bytes`);
  if (bytes.length === 0) throw new Error('Slack uploads no empty file');
}

function filePath({ id, teamId, name }: SentFile, way: '' | 'download/'): string {
  return `/files-pri/${teamId}-${id}/${way}${encodeURIComponent(name.toLowerCase())}`;
}

/** Puts a file on the platform; what an app is told of it. */
export function sendFile({ platform, team, member }: Scene, { name, bytes }: ChosenFiles[string]): Json {
  const file: SentFile = { id: platform.ids('F'), teamId: team.id, name, bytes };
  platform.state.sentFiles.set(file.id, file);
  const at = Math.floor(platform.now() / 1_000);
  const host = platform.state.handing.host ?? platform.origin();
  return {
    id: file.id,
    created: at,
    timestamp: at,
    name,
    title: name,
    mimetype: 'application/octet-stream',
    filetype: 'binary',
    pretty_type: 'Binary',
    user: member.id,
    user_team: team.id,
    editable: false,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    url_private: `${host}${filePath(file, '')}`,
    url_private_download: `${host}${filePath(file, 'download/')}`,
  };
}

function mayRead(team: Team | undefined, file: SentFile): boolean {
  return team !== undefined && team.id === file.teamId && team.problem === null && team.scopes.has('files:read');
}

/** Who may not read a file is led to where people sign in. */
function signIn(path: string): Answer {
  return { status: 302, headers: { location: `/sign-in?redir=${encodeURIComponent(path)}` }, body: 'Found' };
}

export const SIGN_IN_PAGE: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><title>Sign in to Slack</title></html>',
};

/** `/files-pri/TEAM-FILE/download/NAME`, for whoever comes with a token that may read it. */
export function serveSentFile(platform: Platform, incoming: Incoming): Answer {
  const { pathname } = incoming.url;
  const file = [...platform.state.sentFiles.values()].find((each) => filePath(each, 'download/') === pathname);
  if (file === undefined || platform.state.handing.withheld) {
    return { ...jsonAnswer({ ok: false, error: 'file_not_found' }), status: 404 };
  }
  if (!mayRead(teamOf(platform, tokenOf(incoming, {})), file)) return signIn(pathname);
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: file.bytes };
}

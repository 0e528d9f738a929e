import { linksOf, readInvitation, renewInvitation } from '../program/invitation.js';
import { configured } from './configured.js';
import { type ExitCode, type Io, printJson } from './io.js';
import { say } from './messages/say.js';

/** `repaso invite`: the link that lets people into the web chat, and the one that lets its keeper manage it. */
export async function invite(io: Io, options: { readonly renew: boolean; readonly json: boolean }): Promise<ExitCode> {
  const config = configured(io);
  if (config === null) return 2;
  const invitation = await (options.renew ? renewInvitation(config) : readInvitation(config));
  const links = linksOf(config, invitation, `http://${config.host}:${config.port}`);
  if (options.json) {
    printJson(io, { ...links, on: config.invite });
    return 0;
  }
  io.out(say(io.language, 'start.invite', { link: links.invite }));
  io.out(say(io.language, 'start.manage', { link: links.manage }));
  if (options.renew) io.out(say(io.language, 'invite.renewed'));
  if (!config.invite) io.out(say(io.language, 'invite.off'));
  return 0;
}

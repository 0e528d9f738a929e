import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { type Invitation, invitationLink } from '../chat/web/invitation.js';
import type { Config } from './config.js';
import { newSecret } from './ids.js';
import { isRoomOpen } from './open-room.js';

/** Beside the data, so that links still hold after a restart. Without it new ones are made, and the old ones are void. */
const FILE = 'invitation.json';
const code = z.string().regex(/^[\w-]{24,128}$/);
const stored = z.object({ invite: code, manage: code });

async function readStored(file: string): Promise<Invitation | null> {
  try {
    return stored.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** The codes of the room; made at the first time and kept where only this user reads them. */
export async function readInvitation({ dataDir }: Pick<Config, 'dataDir'>): Promise<Invitation> {
  const file = path.join(dataDir, FILE);
  return (await readStored(file)) ?? write(file);
}

/** New codes: whoever came by the old ones is outside from the next start on. */
export function renewInvitation({ dataDir }: Pick<Config, 'dataDir'>): Promise<Invitation> {
  return write(path.join(dataDir, FILE));
}

async function write(file: string): Promise<Invitation> {
  const made = { invite: newSecret(), manage: newSecret() };
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part-${process.pid}`;
  await writeFile(part, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  await chmod(part, 0o600);
  await rename(part, file);
  return made;
}

export type InvitationLinks = { readonly invite: string; readonly manage: string };

/** An address of this machine that others on its network reach. */
function addressOnNetwork(): string | null {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return found.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? null;
}

const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '[::]']);

/**
 * The links to send and to keep. @param url where this machine opens the room
 */
export function linksOf(config: Config, { invite, manage }: Invitation, url: string): InvitationLinks {
  const here = new URL(url);
  if (EVERYWHERE.has(here.hostname)) here.hostname = 'localhost';
  const outside = new URL(here);
  if (isRoomOpen(config) && here.hostname === 'localhost') outside.hostname = addressOnNetwork() ?? here.hostname;
  const of = (seen: URL, code: string) => invitationLink(config.publicUrl ?? seen.origin, code);
  return { invite: of(outside, invite), manage: of(here, manage) };
}

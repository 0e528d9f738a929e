import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/program/config.js';
import { linksOf, readInvitation, renewInvitation } from '../../src/program/invitation.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'repaso-invitation-')), 'data');
});

function configOf(env: Readonly<Record<string, string>>) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join());
  return read.config;
}

describe('the codes of the room', () => {
  it('are made once, kept for this user alone, and the same at the next start', async () => {
    const made = await readInvitation({ dataDir });
    expect(made.invite).not.toBe(made.manage);
    expect(await readInvitation({ dataDir })).toEqual(made);
    expect((await stat(path.join(dataDir, 'invitation.json'))).mode & 0o777).toBe(0o600);
  });

  it('are made anew when that is asked for, and where the file is garbage', async () => {
    const made = await readInvitation({ dataDir });
    const renewed = await renewInvitation({ dataDir });
    expect(renewed).not.toEqual(made);
    expect(await readInvitation({ dataDir })).toEqual(renewed);
    await writeFile(path.join(dataDir, 'invitation.json'), '{"invite":"short"}');
    const mended = await readInvitation({ dataDir });
    expect(mended).not.toEqual(renewed);
    expect(JSON.parse(await readFile(path.join(dataDir, 'invitation.json'), 'utf8'))).toEqual(mended);
  });
});

describe('the links', () => {
  const codes = { invite: 'i'.repeat(32), manage: 'm'.repeat(32) };

  it('name the public address where there is one', () => {
    const links = linksOf(
      configOf({ REPASO_PUBLIC_URL: 'https://repaso.example.org/' }),
      codes,
      'http://localhost:3000',
    );
    expect(links.invite).toBe(`https://repaso.example.org/?code=${codes.invite}`);
    expect(links.manage).toBe(`https://repaso.example.org/?code=${codes.manage}`);
  });

  it('name an address of this machine for others, and this machine for its keeper', () => {
    const links = linksOf(configOf({ HOST: '0.0.0.0' }), codes, 'http://0.0.0.0:3000');
    expect(links.manage).toBe(`http://localhost:3000/?code=${codes.manage}`);
    expect(links.invite).toMatch(/^http:\/\/(localhost|\d+\.\d+\.\d+\.\d+):3000\/\?code=i+$/);
  });
});

import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { installLink } from '../../src/chat/discord/check.js';
import { SCOPES } from '../../src/chat/slack/scopes.js';
import { readConfig } from '../../src/program/config.js';

const example = await readFile('.env.example', 'utf8');
const readme = await readFile('README.md', 'utf8');

it('.env.example has every variable, each with what it is for, and sets none of them to anything new', async () => {
  const files = ['src/program/config.ts', 'src/program/keep-settings.ts', 'src/program/model-settings.ts'];
  const code = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  const known = [...code.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]);
  expect(known.length).toBeGreaterThan(15);
  expect(Object.keys(parseEnv(example)).sort()).toEqual([...known].sort());
  const lines = example.split('\n');
  const bare = lines.filter((line, n) => /^[A-Z_]+=/.test(line) && !lines[n - 1]?.startsWith('# '));
  expect(bare).toEqual([]);
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
});

it('the README names the scopes and the invitation that the code asks for', () => {
  expect(readme).toContain(
    `Scopes: ${[...SCOPES]
      .sort()
      .map((scope) => `\`${scope}\``)
      .join(', ')}.`,
  );
  expect(readme).toContain(installLink('APPLICATION_ID'));
});

import { expect, it } from 'vitest';
import { isSlacks, sentFile } from '../../../src/chat/slack/sent-file.js';

const PROXY = 'https://slack-proxy.example/api/';

it.each([
  ['https://files.slack.com/files-pri/T1-F1/download/notes.md', null, true],
  ['https://slack.com/files-pri/T1-F1/download/notes.md', null, true],
  ['https://acme.enterprise.slack.com/files-pri/T1-F1/download/notes.md', null, true],
  ['https://slack-proxy.example/files-pri/T1-F1/download/notes.md', PROXY, true],
  ['http://files.slack.com/files-pri/T1-F1/download/notes.md', null, false],
  ['https://files.slack.com.evil.example/notes.md', null, false],
  ['https://evilslack.com/notes.md', null, false],
  ['https://files.slack.com@evil.example/notes.md', null, false],
  ['https://evil.example/files.slack.com', null, false],
  ['https://docs.google.com/document/d/1', null, false],
  ['http://slack-proxy.example/notes.md', PROXY, false],
  ['https://slack-proxy.example:8443/notes.md', PROXY, false],
  ['https://slack-proxy.example/notes.md', null, false],
  ['//files.slack.com/notes.md', null, false],
  ['', null, false],
])('the token goes to %s, by the Web API at %s: %s', (url, apiUrl, goes) => {
  expect(isSlacks(url, apiUrl)).toBe(goes);
});

it('a file without an address is told as it is, and cannot be read', async () => {
  const file = sentFile({ name: 'shared.md', size: 12 }, 'xoxb-1', null);
  expect([file.name, file.size]).toEqual(['shared.md', 12]);
  await expect(file.read()).rejects.toMatchObject({ name: 'FileUnreadable', code: 'refused' });
});

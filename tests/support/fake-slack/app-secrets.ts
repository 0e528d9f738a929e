import { randomUUID } from 'node:crypto';
import type { AppSecrets } from './platform.js';

/** What an app may ask of a workspace, and gets from each unless it is told otherwise. */
export const ALL_SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'users:read',
] as const;

export function newSecrets(): AppSecrets {
  return {
    id: 'A0FAKEAPP1',
    name: 'repaso',
    appToken: `xapp-1-A0FAKEAPP1-${randomUUID()}`,
    signingSecret: randomUUID().replaceAll('-', ''),
    clientId: '1111.2222',
    clientSecret: randomUUID(),
    verificationToken: 'fake-verification-token',
  };
}

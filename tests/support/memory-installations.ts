import { randomBytes } from 'node:crypto';
import { type Cipher, createCipher } from '../../src/chat/cipher.js';
import type { SealedInstallations } from '../../src/chat/slack/options.js';

/** Sealed installations for tests, open to look at. */
export class MemoryInstallations implements SealedInstallations {
  readonly rows = new Map<string, string>();

  async put(workspaceId: string, sealed: string): Promise<void> {
    this.rows.set(workspaceId, sealed);
  }
  async get(workspaceId: string): Promise<string | null> {
    return this.rows.get(workspaceId) ?? null;
  }
  async remove(workspaceId: string): Promise<void> {
    this.rows.delete(workspaceId);
  }
}

export function testCipher(): Cipher {
  return createCipher([new Uint8Array(32).fill(7)], randomBytes);
}

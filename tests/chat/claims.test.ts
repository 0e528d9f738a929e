import { describe, expect, it } from 'vitest';
import { createClaims } from '../../src/chat/claims.js';
import { MemoryChatMemory } from '../support/memory-chat-memory.js';

const now = () => 0;

describe('claims', () => {
  it('are shared by two deliveries of which neither is worked on yet', async () => {
    const claims = createClaims({ memory: new MemoryChatMemory(), now });
    expect(await Promise.all([claims.of('a'), claims.of('a')])).toEqual([true, true]);
  });

  it('are no longer to be had once the work is in line', async () => {
    const claims = createClaims({ memory: new MemoryChatMemory(), now });
    expect(await claims.of('a')).toBe(true);
    claims.taken('a');
    expect(await claims.of('a')).toBe(false);
    expect(await claims.of('b')).toBe(true);
  });

  it('count as first where the database cannot remember', async () => {
    const memory = new MemoryChatMemory();
    memory.away = true;
    expect(await createClaims({ memory, now }).of('a')).toBe(true);
  });
});

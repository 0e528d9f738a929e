import { describeChatMemory } from '../contracts/chat-memory.js';
import { MemoryChatMemory } from '../support/memory-chat-memory.js';

describeChatMemory('in memory', async () => {
  const memories = new Map<string, MemoryChatMemory>();
  return (platform) => {
    const memory = memories.get(platform) ?? new MemoryChatMemory();
    memories.set(platform, memory);
    return memory;
  };
});

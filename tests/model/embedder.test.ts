import { describeEmbedder } from '../contracts/embedder.js';

describeEmbedder('openai-compatible');
describeEmbedder('ollama');

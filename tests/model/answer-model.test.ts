import { describeAnswerModel } from '../contracts/answer-model.js';

describeAnswerModel('openai-compatible');
describeAnswerModel('ollama');
describeAnswerModel('anthropic');

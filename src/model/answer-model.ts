import type { LanguageModelV3, LanguageModelV3StreamPart, LanguageModelV3Usage } from '@ai-sdk/provider';
import { type CallOptions, callProvider } from './calling.js';
import { isPassing } from './failure.js';
import type { AnswerModel, ModelReply, ModelRequest, OnText } from './port.js';

/** In characters. The stream of a longer answer is abandoned. */
const MAX_LENGTH = 20_000;

type WrittenReply = Extract<ModelReply, { kind: 'written' }>;

/** A provider's language model as an `AnswerModel`. `load` is called at the first question. */
export function createAnswerModel(
  name: string,
  load: () => Promise<LanguageModelV3>,
  options: CallOptions,
): AnswerModel {
  return {
    name,
    async write(request, onText = () => {}) {
      const reply = await callProvider(options, async (signal) => writeOnce(await load(), request, onText, signal));
      if (reply.kind === 'written') return reply;
      return { ...reply, tokens: isPassing(reply.reason) || reply.reason === 'refused' ? 0 : null };
    },
  };
}

async function writeOnce(
  model: LanguageModelV3,
  { instructions, prompt, maxOutputTokens }: ModelRequest,
  onText: OnText,
  abortSignal: AbortSignal,
): Promise<WrittenReply> {
  const { stream } = await model.doStream({
    prompt: [
      { role: 'system', content: instructions },
      { role: 'user', content: [{ type: 'text', text: prompt }] },
    ],
    maxOutputTokens,
    abortSignal,
  });
  return collect(stream, onText);
}

/** Collects a stream, so that an answer that stalls is noticed and one that does not end is abandoned. */
async function collect(stream: ReadableStream<LanguageModelV3StreamPart>, onText: OnText): Promise<WrittenReply> {
  let text = '';
  for await (const part of stream) {
    switch (part.type) {
      case 'text-delta':
        text += part.delta;
        if (text.length > MAX_LENGTH)
          return { kind: 'written', text: text.slice(0, MAX_LENGTH), isCut: true, tokens: null };
        onText(text);
        break;
      case 'error':
        throw part.error;
      case 'finish': {
        const { unified, raw } = part.finishReason;
        if (unified !== 'stop' && unified !== 'length') throw new UnfinishedAnswer(raw ?? unified);
        return { kind: 'written', text, isCut: unified === 'length', tokens: tokensOf(part.usage) };
      }
      default:
        break;
    }
  }
  throw new UnfinishedAnswer('no end');
}

/** The stream ended before the answer did. */
class UnfinishedAnswer extends Error {
  override readonly name = 'UnfinishedAnswer';
}

function tokensOf({ inputTokens, outputTokens }: LanguageModelV3Usage): number | null {
  const [read, written] = [inputTokens.total, outputTokens.total];
  return read === undefined || written === undefined || read + written === 0 ? null : read + written;
}

import type { ModelAccess } from '../model/config.js';
import { openAnswerModel, openEmbedder } from '../model/open-models.js';
import type { EmbedReply, ModelReply } from '../model/port.js';
import type { Config } from '../program/config.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';

/** Time limit of one check, in milliseconds. */
const PATIENCE_MS = 15_000;
const SMALLEST = { instructions: 'Answer with the word yes.', prompt: 'Are you there?', maxOutputTokens: 16 } as const;

/** Whether the configured models answer a minimal question, of a few tokens. */
export async function modelChecks(io: Io, { models }: Config): Promise<readonly Check[]> {
  const answers = say(io.language, 'doctor.model');
  const embeddings = say(io.language, 'doctor.embeddings');
  const checks = [
    check(io, answers, 'REPASO_MODEL', models.answers, (access) => openAnswerModel(access, never()).write(SMALLEST)),
    check(io, embeddings, 'REPASO_EMBEDDINGS', models.embeddings, (access) =>
      openEmbedder(access, never()).embed(['yes']),
    ),
  ];
  return Promise.all(checks);
}

function never() {
  return { stop: new AbortController().signal };
}

type Ask = (access: ModelAccess) => Promise<ModelReply | EmbedReply>;

async function check(io: Io, name: string, variable: string, access: ModelAccess | null, ask: Ask): Promise<Check> {
  const { language } = io;
  if (access === null) return { name, ok: true, detail: say(language, 'doctor.model.none') };
  const { provider, model, baseUrl: address } = access;
  const reply = await ask({ ...access, timeoutMs: Math.min(access.timeoutMs, PATIENCE_MS) });
  if (reply.kind !== 'failed')
    return { name, ok: true, detail: say(language, 'doctor.model.good', { provider, model }) };
  const values = { model, address, variable, reason: `${reply.reason}, ${reply.detail}` };
  const isRefused = reply.reason === 'refused';
  return {
    name,
    ok: false,
    detail: say(language, isRefused ? 'doctor.model.refused' : 'doctor.model.away', values),
    mend: say(language, isRefused ? 'doctor.model.refused.mend' : 'doctor.model.away.mend', values),
  };
}

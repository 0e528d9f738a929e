import { ApiError, nestProblems } from './api-error.js';
import type { Call } from './call.js';
import type { Platform } from './platform.js';
import type { Answer, Route } from './route.js';
import { applicationRoutes } from './routes-application.js';
import { channelRoutes } from './routes-channels.js';
import { interactionRoutes } from './routes-interactions.js';

const ROUTES: readonly Route[] = [...applicationRoutes, ...interactionRoutes, ...channelRoutes];
/** Answers that mean that the bot sent what nobody may send. */
const MALFORMED: readonly number[] = [50_035, 50_006];

function dispatch(platform: Platform, call: Call): Answer {
  for (const { method, pattern, authorized, handle } of ROUTES) {
    const groups = method === call.method ? pattern.exec(call.path) : null;
    if (groups === null) continue;
    if (authorized && call.authorization !== `Bot ${platform.token}`) throw new ApiError('unauthorized');
    return handle(platform, call, { ...groups.groups });
  }
  const problem = { path: [], code: 'NO_ROUTE', message: `the fake has no ${call.method} ${call.path}` };
  throw new ApiError('notFound', [problem]);
}

function noteViolation(platform: Platform, { method, path, body }: Call, { problems, message }: ApiError): void {
  const shown = problems.length > 0 ? problems : [{ path: [], code: 'BASE', message }];
  platform.violations.push({ method, path, problems: shown, body });
}

function errorAnswer({ status, code, message, problems }: ApiError): Answer {
  const errors = problems.length === 0 ? {} : { errors: nestProblems(problems) };
  return { status, body: { message, code, ...errors } };
}

/** What the platform answers to a request. */
export function answer(platform: Platform, call: Call): Answer {
  try {
    return dispatch(platform, call);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (MALFORMED.includes(error.code) || error.problems.length > 0) noteViolation(platform, call, error);
    return errorAnswer(error);
  }
}

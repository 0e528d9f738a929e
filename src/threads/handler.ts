/** What a thread does with a job. It lives as long as its thread and may keep things between jobs. */
export type Handler<Job, Result> = (job: Job) => Result | Promise<Result>;

/** What a module gives that is to run in a thread; called once in each. */
export type HandlerModule<Job, Result> = { readonly createHandler: () => Handler<Job, Result> };

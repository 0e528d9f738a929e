import { App, LogLevel } from '@slack/bolt';
import { z } from 'zod';

/** The least that a bot on Bolt can do: it acknowledges, and gives by the response URL one answer that never changes. */
const { BENCH_API = '', BENCH_TOKEN = '', BENCH_APP_TOKEN = '', BENCH_SIGNING_SECRET = '' } = process.env;
const app = new App({
  token: BENCH_TOKEN,
  clientOptions: { slackApiUrl: BENCH_API },
  logLevel: LogLevel.ERROR,
  ...(BENCH_APP_TOKEN === ''
    ? { signingSecret: BENCH_SIGNING_SECRET }
    : { appToken: BENCH_APP_TOKEN, socketMode: true }),
});

const ANSWER = {
  text: 'Good.',
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: 'Good.' } },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: '0:1~review.grade~0~1~good', text: { type: 'plain_text', text: 'Good' } },
      ],
    },
  ],
};

app.command(/.*/, async ({ ack, respond }) => {
  await ack();
  await respond({ ...ANSWER, response_type: 'ephemeral', replace_original: false });
});
app.action(/.*/, async ({ ack, respond }) => {
  await ack();
  await respond({ ...ANSWER, replace_original: true });
});

const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = z.object({ port: z.number() }).safeParse('address' in server ? server.address() : null);
process.stdout.write(`Ready: ${address.success ? `http://127.0.0.1:${address.data.port}` : 'slack'}\n`);
process.on('SIGTERM', () => process.exit(0));

import { ButtonStyle, Client, ComponentType, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/**
 * The least that a bot on discord.js can do: it acknowledges as Repaso does, and gives one answer that never changes.
 * The client's own brake of 50 requests a second is off, so that nothing but the client is measured.
 */
const { BENCH_API = '', BENCH_TOKEN = '' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: BENCH_API, version: '10', globalRequestsPerSecond: Number.POSITIVE_INFINITY },
});

const ANSWER = {
  flags: MessageFlags.IsComponentsV2,
  components: [
    { type: ComponentType.TextDisplay, content: 'Good.' },
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Good', custom_id: '1~review.grade~0~1~good' },
      ],
    },
  ],
} as const;

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else if (interaction.isButton()) await interaction.deferUpdate();
  else return;
  await interaction.editReply(ANSWER);
});

client.once(Events.ClientReady, () => process.stdout.write('Ready: discord\n'));
process.on('SIGTERM', () => void client.destroy());
await client.login(BENCH_TOKEN);

/** Every word of the command line in English, as ICU messages. */
export const en = {
  'program.description': 'Repaso: a chat tutor that teaches people their own notes',
  'verb.start': 'run the tutor with every adapter that is configured',
  'verb.invite': 'show the link that lets people into the web chat, and the one that lets you manage it',
  'verb.cards': 'show which cards these notes would become; nothing is stored',
  'verb.import': 'bring notes into the store, after showing the difference',
  'verb.history': 'show the last changes of a deck, and who made them',
  'verb.explain': 'look a concept up in notes, without a database',
  'verb.schedule': 'replay review histories through a scheduler',
  'verb.export': 'write decks and progress as one file: JSON, CSV, an Anki package, or a zip of Markdown',
  'verb.backup': 'write everything that the database holds into one file, also while the tutor runs',
  'verb.restore': 'make an empty database what a backup says, whichever kind of database it came from',
  'verb.migrate': 'bring the database to this version',
  'verb.doctor': 'check configuration, database, notes and tokens, and say what to mend',
  'verb.manifest': 'print the whole app for Slack’s “From a manifest”',
  'verb.commands': 'print the commands as Discord is told of them',
  'option.json': 'machine-readable output and nothing else',
  'option.invite': 'only who has the invitation link gets into the web chat',
  'option.renew': 'make new links; the old ones no longer open from the next start on',
  'option.workspace': 'the workspace to import into',
  'option.dry-run': 'show the difference and store nothing',
  'option.yes': 'ask nothing, also in a terminal',
  'option.doubtful':
    'what becomes of cards that are not sure: yes takes them all, no declines them all, ask asks about each; they wait when left out',
  'option.cards-doubtful': 'the cards that are not sure, each with its reason and its score from 0 to 1',
  'option.decide': 'a JSON object: under the id of each unclear card (see --json) the id of a candidate, or "new"',
  'option.undo': 'take back the last change of this deck',
  'option.history-workspace': 'the workspace of the deck',
  'option.notes': 'note files or folders',
  'option.limit': 'results at most',
  'option.batch': 'a file with one JSON object a line; - for standard input',
  'option.scheduler': 'sm2 or fsrs',
  'option.retention': 'FSRS plans each card for the day on which it is known with this probability',
  'option.mode': 'socket or http; as the configuration says when left out',
  'option.language': 'en or es; the terminal’s when left out',
  'option.format': 'json, csv, apkg or zip',
  'option.replace': 'replace what the database holds; an empty one alone is filled when left out',
  'option.export-workspace': 'the workspace to export',
  'option.deck': 'one deck; all of them when left out',
  'option.learner': 'whose progress goes along; everybody’s when left out',
  'option.out': 'the file to write; standard output when left out (json and csv)',
  'argument.paths': 'note files or folders; - for standard input',
  'argument.import-paths':
    'note files or folders, files of cards (.json, .csv, .apkg, .colpkg, Anki’s .txt), a .zip of them; - for standard input',
  'argument.backup': 'the file to write; - for standard output; a name with the date when left out',
  'argument.restore': 'a file that backup wrote; - for standard input',
  'argument.deck': 'the deck, by its id or its name',
  'argument.query': 'the concept or question',
  'argument.manifest': 'slack',
  'argument.commands': 'discord',

  'help.usage': 'Usage:',
  'help.arguments': 'Arguments:',
  'help.options': 'Options:',
  'help.commands': 'Commands:',
  'help.options-word': 'options',
  'help.verb-word': 'command',
  'help.help': 'show this help',
  'help.default': '{description} (default: {value})',

  'usage.problem': 'repaso: {problem}',
  'usage.unknown-command': 'there is no verb “{name}”',
  'usage.unknown-option': 'there is no option {name}',
  'usage.missing-argument': 'the argument <{name}> is missing',
  'usage.missing-value': 'the option {name} needs a value',
  'usage.missing-option': 'the option {name} is missing',
  'usage.batch-missing': 'the file {file} cannot be read',
  'usage.excess': 'there are more arguments than the verb takes',
  'usage.limit': '--limit takes a whole number from 1 to 100, got “{value}”',
  'usage.choice': '{name} takes {allowed}, got “{value}”',
  'usage.retention': '--retention takes a number from 0.80 to 0.95, got “{value}”',
  'usage.explain-both': 'give a query or --batch, not both',
  'usage.explain-none': 'give a query, or --batch FILE',
  'usage.export-out': '{format} needs --out FILE',
  'usage.deck': 'there is no deck “{name}”. Known: {known}',
  'usage.decide': '{file} is no JSON of the form {example}',
  'usage.doubtful-ask': '--doubtful ask asks in a terminal, without --yes, --json, --dry-run and -',
  'usage.undo-alone': '--undo takes the deck and no paths',
  'usage.learner': 'there is no learner “{name}”. Known: {known}',
  'usage.which-learner': 'a package of Anki holds the progress of one person: give --learner. Known: {known}',
  'usage.out': '{file} cannot be written ({reason})',
  'usage.workspace': 'there is no workspace “{name}”. Known: {known}',

  'config.problems': '{count, plural, one {One setting is wrong:} other {# settings are wrong:}}',
  'config.problem': '  {problem}',
  'config.unknown': '{name} is no setting of Repaso{meant, select, none {} other {. Did you mean {meant}?}}',
  'config.mend': 'Mend it in the environment or in .env; .env.example lists every variable.',

  'file.missing': 'there is no such file or folder',
  'file.unreadable': 'cannot be read ({reason})',
  'file.no-notes': 'the folder holds no notes (.md, .markdown, .txt)',
  'file.too-large': 'the file has {megabytes, number} MB; 10 MB are allowed. Split it into several notes.',
  'file.twice': 'two files would be the same deck ({other}); rename one',

  'problem.line': '{place}: {message} ({code})',
  'problem.count':
    '{count, plural, =0 {Nothing was skipped.} one {One line gives no card:} other {# lines give no card:}}',
  'repair.line': '{file}: {encoding}; {lines, plural, one {one line} other {# lines}} repaired',
  'cards.deck': '{name} · {cards, plural, one {one card} other {# cards}} · {source}',
  'cards.total': '{cards, plural, one {One card} other {# cards}} in {decks, plural, one {one deck} other {# decks}}.',
  'cards.doubtful.total': '{cards, plural, one {One card is} other {# cards are}} not sure.',
  'cards.doubtful.more':
    '{cards, plural, one {One more is} other {# more are}} not sure: repaso cards --doubtful shows them.',

  'import.no-change': 'nothing changes',
  'import.dry-run': 'Nothing was stored: this was a dry run.',
  'import.stopped': 'Nothing was imported: mend the files above and run it again.',
  'import.deck': '{name}: {counts}',
  'import.more': '{count, plural, one {and one more} other {and # more}}',
  'import.unclear.new': 'unclear: counts as new, the old one is paused',
  'import.unclear.kept': 'unclear: counts as the same card, progress kept',
  'import.ask':
    '{count, plural, one {Is it that card? 1, n for a new one, Enter to leave it open: } other {Which one is it? 1 to #, n for a new one, Enter to leave it open: }}',
  'import.ask.new': 'n new',
  'import.doubtful':
    '{count, plural, one {one more} other {# more}} to look at: in the chat with /deck, or with --doubtful yes, no or ask',
  'import.doubtful.ask': 'Into the deck? [y/n, Enter: later] ',
  'import.doubtful.no': 'n no',
  'import.confirm': 'Apply this? [y/N] ',
  'import.confirm.yes': 'y yes',
  'import.left': 'Nothing was changed.',
  'import.stored': 'Done. To take it back: repaso import --undo {deck}',

  'undo.done':
    '{name}: change {version, number} taken back.{added, plural, =0 {} one { One card is asked again.} other { # cards are asked again.}}{changed, plural, =0 {} one { One has its old words.} other { # have their old words.}}{removed, plural, =0 {} one { One is paused.} other { # are paused.}} Nobody lost progress.',
  'undo.nothing': '{name}: there is no change that could be taken back.',
  'history.none': 'No change is remembered.',
  'history.line':
    '{version, number} · {at} · {who} · {what}{state, select, undone { (undone)} undo { (an undo)} redo { (put back)} other {}}',
  'history.someone': 'somebody',
  'history.cli': 'the command line',
  'history.start': 'the notes on disk',

  'export.done':
    '{decks, plural, =0 {No deck} one {One deck} other {# decks}}, {cards, plural, one {one card} other {# cards}}{learners, plural, =0 {, without progress} other {, with the progress of {names}}}.',
  'export.no-media': 'left out: {name} (not found beside the notes, or too large)',

  'backup.done':
    'Backup written to {file} ({megabytes, number, ::.##} MB): {workspaces, plural, one {one workspace} other {# workspaces}}, {people, plural, one {one person} other {# people}}, {reviews, plural, one {one review} other {# reviews}}.',
  'backup.not-written':
    '{file} cannot be written: {reason, select, ENOSPC {the disk is full} EACCES {this user may not write there} EPERM {this user may not write there} ENOENT {there is no such folder} EROFS {the disk is read-only} EISDIR {it is a folder} other {{reason}}}. No backup was made.',
  'backup.trouble.nothing':
    'There is no database yet, so there is nothing to back up. Start Repaso once, or check REPASO_DATA.',
  'backup.trouble.not-a-backup': '{file} is no backup of Repaso. Nothing was changed.',
  'backup.trouble.newer':
    '{file} was made by a newer Repaso ({detail}). Nothing was changed. Update Repaso and run it again.',
  'backup.trouble.cut':
    '{file} ends before its end: it was cut while it was written or copied. Nothing was changed. Take another backup, or copy it again.',
  'backup.trouble.damaged':
    '{file} is not what was written{detail, select, none {} other { ({detail})}}. Nothing was changed. Take another backup, or copy it again.',
  'backup.trouble.not-empty':
    'This database is not empty. Nothing was changed. To lose what it holds and have the backup in its place: repaso restore {file} --replace',
  'backup.trouble.in-use': 'A Repaso is working on this database. Nothing was changed. Stop it and run this again.',
  'backup.trouble.no-answer':
    'The Repaso that has the data folder open did not answer within 30 seconds. No backup was made. Run it again; if that one is of an older version, restart it first.',
  'backup.trouble.no-copy':
    'The running Repaso could not copy its database ({detail, select, ENOSPC {the disk is full} other {{detail}}}). No backup was made. The copy needs as much room in the data folder as the database, for as long as the backup takes.',
  'restore.done':
    'Restored from {file}: {workspaces, plural, one {one workspace} other {# workspaces}}, {people, plural, one {one person} other {# people}}, {reviews, plural, one {one review} other {# reviews}}. Replayed and compared: {cards, plural, one {one card} other {# cards}}.',
  'restore.differs':
    '{differing, plural, one {One card has} other {# cards have}} other progress than the reviews give. It was so in the backup, and is kept as it was.',

  'explain.none': 'The notes do not answer “{query}”.',
  'explain.closest': 'The notes do not say this. What comes closest:',
  'explain.read-as': 'For {words}.',
  'explain.near': 'Near it: {titles}',
  'explain.source': '{path} · {file}:{line, number}',

  'batch.bad-line': '{file}:{line, number}: {message}',
  'batch.not-json': 'not a JSON object',

  'store.locked': 'Another Repaso is using {folder}{pid, select, none {} other { (process {pid} on {host})}}.',
  'store.locked.mend':
    'Stop it, or set REPASO_DATA to another folder. If none runs, wait half a minute; the lock is the file {file}.',
  'store.lost':
    'Another Repaso{pid, select, none {} other { (process {pid} on {host})}} has taken over {folder} while this one was paused or cut off. This one stops; what it had confirmed is kept.',
  'store.lost.mend': 'Let one Repaso alone use the folder.',
  'store.refused':
    'The data folder {folder} cannot be used: {reason, select, EACCES {this user may not write there} EPERM {this user may not write there} EEXIST {a file stands in its place} ENOTDIR {a file stands in its path} EROFS {the disk is read-only} ENOSPC {the disk is full} ELOOP {its links lead in a circle} ENAMETOOLONG {its name is too long} other {{reason}}}.',
  'store.refused.mend':
    '{reason, select, ENOSPC {Make room on it.} EACCES {Give this user the right to write there, or set REPASO_DATA to another folder.} EPERM {Give this user the right to write there, or set REPASO_DATA to another folder.} other {Set REPASO_DATA to another folder.}}',
  'store.unreadable': 'The database in {folder} cannot be started. Nothing in it was changed.',
  'store.unreadable.mend': 'Put a backup in its place, or set REPASO_DATA to another folder.',
  'store.newer':
    'The database is at version {database, number} and this program knows {program, number}. Nothing was changed.',
  'store.newer.mend': 'Update Repaso.',
  'store.unreachable': 'I cannot reach the database at {address}{reason, select, none {} other { ({reason})}}.',
  'store.unreachable.mend': 'Check that it runs and that DATABASE_URL is right.',
  'store.away': 'The database went away while I was working. What was confirmed is kept.',
  'store.away.mend': 'Run it again when the database is back.',
  unexpected: 'Something went wrong: {message} (ref. {ref})',

  'migrate.done':
    '{applied, plural, =0 {The database is up to date (version {to}).} one {One migration applied: version {from} → {to}.} other {# migrations applied: version {from} → {to}.}}',

  'manifest.description': 'A chat tutor that teaches your team its own notes, a few cards a day',
  'manifest.long-description':
    'Repaso answers questions with the words of your team’s own notes, and brings each flashcard back just before it would be forgotten (SM-2). Ask it in a channel or in a direct message, review a few cards a day, make a flashcard of any message, and see how the week went. It writes to nobody who has not asked for it.',
  'manifest.no-address':
    'HTTP mode needs REPASO_PUBLIC_URL, the address where Slack reaches this program; socket mode needs none',

  'start.title': 'Repaso {version}',
  'start.took': '{seconds, number} s',
  'start.database.new': 'Building the database in {where} …',
  'start.database.open': 'Opening the database in {where} …',
  'start.database.connect': 'Connecting to the database at {where} …',
  'start.database.update': 'Updating the database ({steps, plural, one {one step} other {# steps}}) …',
  'start.database.lock': 'Looking whether another Repaso still uses {where} …',
  'start.notes': 'Reading the notes in {folder} …',
  'start.platforms': 'Connecting to {names} …',
  'start.adapter.connected': '{name}: connected.',
  'start.adapter.why':
    '{code, select, gateway_4004 {it no longer takes the token} gateway_4013 {it does not know what the bot asks to hear} gateway_4014 {it refuses what the bot asks to hear} TokenInvalid {it does not take the token} rate_limited {it asks to wait} invalid_auth {it does not take the token} token_revoked {the token was taken back} unreachable {it cannot be reached} other {{reason}}}',
  'start.adapter.failed':
    '{name}: not connected: {reason}. I go on trying, and the rest goes on; repaso doctor says what to mend.',
  'start.deck':
    '{name}: {cards, plural, one {one card} other {# cards}}{changes, select, none {} other { ({changes})}}',
  'start.deck.waiting':
    '{name}: {counts} Nothing has changed yet: say yes in the chat with /deck, or with repaso import.',
  'start.deck.still-waiting': '{name}: {file} waits for a yes, in the chat with /deck or with repaso import.',
  'start.deck.kept': '{name}: kept as somebody decided; {file} says something else.',
  'start.deck.gone': '{name}: {file} is gone. {counts}',
  'start.deck.renamed': '{name}: {old} is {file} now. {counts}',
  'start.deck.gone-waiting':
    '{name}: {file} is gone. {counts} Nothing has changed yet: say yes in the chat with /deck.',
  'start.on-disk': 'The notes on disk changed. {line}',
  'start.deck.failed': '{file}: not loaded. {message}',
  'start.no-notes': 'No notes in {folder}: put Markdown files there and start again.',
  'start.ready': 'Ready: {url}',
  'start.ready.no-web': 'Ready. The web chat is switched off (REPASO_WEB=off).',
  'start.invite': 'The web chat is by invitation. Send this link to those who may come in: {link}',
  'start.manage': 'Open this one yourself: who comes by it manages the notes. Keep it. {link}',
  'start.open-room':
    'The web chat is open to the network ({host}): whoever reaches this address manages the notes. HOST=127.0.0.1 keeps it to this machine; repaso start --invite lets in only those who have your link.',
  'invite.renewed':
    'These links are new. Restart Repaso: then the old ones open nothing, and everybody needs the new one.',
  'invite.off':
    'The web chat asks for no invitation now. Start with repaso start --invite, or set REPASO_INVITE=on, to have it ask.',
  'start.stop-hint': 'Press Ctrl+C to stop.',
  'start.stopping': 'Stopping: finishing what is in flight …',
  'start.stopped': 'Stopped. Everything is saved.',
  'start.port-taken':
    'Port {port, number, ::group-off} on {host} is taken. Stop what uses it, or set PORT (0 picks a free one).',
  'start.host':
    'The address {host} cannot be listened on ({reason}). Set HOST to 127.0.0.1 or to an address of this machine.',

  'doctor.ok': '✓ {name}: {detail}',
  'doctor.bad': '✗ {name}: {detail}',
  'doctor.mend': '  → {mend}',
  'doctor.node': 'Node.js',
  'doctor.node.mend': 'Install Node.js 20.19 or newer.',
  'doctor.config': 'Configuration',
  'doctor.config.good': 'every setting can be read',
  'doctor.database': 'Database',
  'doctor.database.good':
    '{kind, select, embedded {embedded, in {where}} other {server, {where}}}, version {version, number}',
  'doctor.size': 'Size',
  'doctor.size.good': '{megabytes, number, ::.#} MB; the largest: {tables}',
  'doctor.size.table': '{table} {megabytes, number, ::.#} MB',
  'doctor.database.none': 'none yet in {where}; the first start makes it',
  'doctor.database.in-use': 'in use by a running Repaso (process {pid})',
  'doctor.folder.mend': 'Give this user the right to write in {where}, or set REPASO_DATA.',
  'doctor.notes': 'Notes',
  'doctor.notes.good':
    '{files, plural, one {one file} other {# files}}, {cards, plural, one {one card} other {# cards}}',
  'doctor.notes.mend': 'Mend the file, or take it out of {folder}.',
  'doctor.notes.none.mend': 'Put Markdown files into {folder}, or set FLASHCARDS_DIR to the folder that has them.',
  'doctor.clock': 'Clock',
  'doctor.clock.good': '{time} in {zone}',
  'doctor.database-clock': 'Database clock',
  'doctor.database-clock.differs': 'differs from this machine’s by {seconds, number} s',
  'doctor.database-clock.mend': 'Set this machine’s clock (NTP): due dates and daily messages follow it.',
  'doctor.web': 'Web chat',
  'doctor.web.good': 'would listen on {address}',
  'doctor.web.open.mend':
    'It is open to the network, and whoever reaches it manages the notes: set HOST=127.0.0.1, or REPASO_INVITE=on so that only those who have your link get in.',
  'doctor.web.off': 'switched off',
  'doctor.web.taken': '{address} is in use; a running Repaso is a good reason',
  'doctor.odd': '{platform} answered oddly (HTTP {status, number})',
  'doctor.odd.mend':
    'Try again in a minute. {variable}, where it is set, must be the address of the API or of its proxy.',
  'doctor.unreachable': 'no answer from {platform} ({reason})',
  'doctor.unreachable.mend': 'Check this machine’s way to {host}, and {variable} where it is set.',
  'doctor.discord': 'Discord',
  'doctor.discord.none': 'not set up; “On Discord” in the README says how',
  'doctor.discord.good': '{bot}, in {guilds, plural, =0 {no server yet} one {one server} other {# servers}}',
  'doctor.discord.install': 'Discord invitation',
  'doctor.discord.gateway': 'Discord events',
  'doctor.discord.gateway.good': 'heard: commands, mentions and direct messages',
  'doctor.discord.intents': 'Discord does not let the bot hear what it asks to hear (intents, {code})',
  'doctor.discord.intents.mend':
    'Repaso asks for Guilds, Guild Messages and Direct Messages, for which nothing has to be switched on. Try the newest Repaso, and leave DISCORD_API_BASE unset.',
  'doctor.discord.closed': 'Discord closes the connection ({code})',
  'doctor.discord.closed.mend':
    'Try again in a minute. What the number means is at docs.discord.com, under Gateway Close Event Codes.',
  'doctor.discord.refused': 'Discord does not know the token',
  'doctor.discord.refused.mend':
    'At discord.com/developers, your application, Bot: Reset Token, and copy the new one into DISCORD_TOKEN.',
  'doctor.discord.elsewhere': 'Discord sends what people do to {endpoint}, not here',
  'doctor.discord.elsewhere.mend':
    'At discord.com/developers, your application, General Information: empty the field Interactions Endpoint URL.',
  'doctor.slack': 'Slack',
  'doctor.slack.none': 'not set up; “On Slack” in the README says how',
  'doctor.slack.good': '{bot} in {team}, with every scope',
  'doctor.slack.untold': '{bot} in {team}; Slack does not say with which scopes',
  'doctor.slack.scopes': '{bot} in {team} lacks {scopes}',
  'doctor.slack.scopes.mend':
    'At api.slack.com/apps, your app, App Manifest: put in what “repaso manifest slack” prints. Then Install App, Reinstall.',
  'doctor.slack.refused': 'Slack refuses the token ({error})',
  'doctor.slack.refused.mend':
    'At api.slack.com/apps, your app, Install App: copy the Bot User OAuth Token into SLACK_BOT_TOKEN.',
  'doctor.slack.socket': 'Slack socket',
  'doctor.slack.socket.good': 'Slack opens one',
  'doctor.slack.socket.mend':
    'At api.slack.com/apps, your app: switch Socket Mode on, and under Basic Information make an App-Level Token with connections:write for SLACK_APP_TOKEN.',
  'doctor.slack.http': 'Slack requests',
  'doctor.slack.http.good': 'taken at {address}',
  'doctor.slack.install': 'Slack installation',
  'doctor.model': 'Language model',
  'doctor.embeddings': 'Embeddings',
  'doctor.model.none': 'off; docs/language-model.md says how to switch it on',
  'doctor.model.good': '{model} of {provider} answers',
  'doctor.model.refused': 'refuses ({reason})',
  'doctor.model.refused.mend': 'Check {variable}_KEY, and whether {address} has the model {model} ({variable}).',
  'doctor.model.away': 'no answer ({reason})',
  'doctor.model.away.mend':
    'Check this machine’s way to {address} ({variable}_URL). Until it answers, people get the notes’ own words.',
} as const;

import type { CliKey } from './catalogue.js';

/** Todas las palabras de la línea de órdenes en español, como mensajes ICU. */
export const es = {
  'program.description': 'Repaso: un tutor de chat que enseña a cada cual sus propios apuntes',
  'verb.start': 'pone en marcha el tutor con todos los adaptadores configurados',
  'verb.invite': 'enseña el enlace con que se entra en el chat web, y el que te deja administrarlo',
  'verb.cards': 'enseña qué tarjetas saldrían de estos apuntes; no guarda nada',
  'verb.import': 'lleva apuntes a la base de datos, tras enseñar la diferencia',
  'verb.history': 'enseña los últimos cambios de un mazo y quién los hizo',
  'verb.explain': 'busca un concepto en los apuntes, sin base de datos',
  'verb.simulate': 'comparar los planificadores con personas simuladas',
  'verb.schedule': 'repite historiales de repasos con un planificador',
  'verb.export': 'escribe mazos y progreso en un archivo: JSON, CSV, un paquete de Anki o un zip de Markdown',
  'verb.backup': 'escribe en un archivo todo lo que guarda la base de datos, también con el tutor en marcha',
  'verb.restore': 'deja una base de datos vacía como dice una copia, venga de la clase de base de datos que venga',
  'verb.migrate': 'lleva la base de datos a esta versión',
  'verb.doctor': 'revisa configuración, base de datos, apuntes y tokens, y dice qué arreglar',
  'verb.manifest': 'muestra la app entera para «From a manifest» de Slack',
  'verb.commands': 'muestra los comandos tal como se le dicen a Discord',
  'option.json': 'salida para programas y nada más',
  'option.invite': 'en el chat web entra solo quien tenga el enlace de invitación',
  'option.renew': 'hace enlaces nuevos; los de antes ya no abren desde el próximo inicio',
  'option.workspace': 'el espacio al que importar',
  'option.dry-run': 'enseña la diferencia y no guarda nada',
  'option.yes': 'no pregunta nada, tampoco en una terminal',
  'option.doubtful':
    'qué pasa con las tarjetas poco seguras: yes las toma todas, no las descarta todas, ask pregunta por cada una; si falta, esperan',
  'option.cards-doubtful': 'las tarjetas poco seguras, cada una con su motivo y su puntuación de 0 a 1',
  'option.decide': 'un objeto JSON: bajo el id de cada tarjeta dudosa (véase --json), el id de una candidata o "new"',
  'option.undo': 'deshace el último cambio de este mazo',
  'option.history-workspace': 'el espacio del mazo',
  'option.notes': 'archivos o carpetas de apuntes',
  'option.limit': 'resultados como máximo',
  'option.batch': 'un archivo con un objeto JSON por línea; - para la entrada estándar',
  'option.scheduler': 'sm2 o fsrs',
  'option.learners': 'cuántas personas',
  'option.days': 'cuántos días',
  'option.new': 'tarjetas nuevas al día',
  'option.cards-in-all': 'tarjetas en total; sin fin si se omite',
  'option.skip': 'la parte de los días en que no se hace nada',
  'option.seed': 'un número entero; el mismo da las mismas personas',
  'option.plots': 'una carpeta para dos imágenes (SVG)',
  'option.retention': 'FSRS planea cada tarjeta para el día en que se sabe con esta probabilidad',
  'option.mode': 'socket o http; sin ella, lo que diga la configuración',
  'option.language': 'en o es; sin ella, el idioma de la terminal',
  'option.format': 'json, csv, apkg o zip',
  'option.replace': 'sustituye lo que hay en la base de datos; si no se da, solo se llena una vacía',
  'option.export-workspace': 'el espacio que exportar',
  'option.deck': 'un mazo; sin ella, todos',
  'option.learner': 'de quién va el progreso; sin ella, el de todo el mundo',
  'option.out': 'el archivo que escribir; sin ella, la salida estándar (json y csv)',
  'argument.paths': 'archivos o carpetas de apuntes; - para la entrada estándar',
  'argument.import-paths':
    'archivos o carpetas de apuntes, archivos de tarjetas (.json, .csv, .apkg, .colpkg, .txt de Anki), un .zip con ellos; - para la entrada estándar',
  'argument.backup': 'el archivo que se escribe; - para la salida estándar; si no se da, un nombre con la fecha',
  'argument.restore': 'un archivo escrito por backup; - para la entrada estándar',
  'argument.deck': 'el mazo, por su id o su nombre',
  'argument.query': 'el concepto o la pregunta',
  'argument.manifest': 'slack',
  'argument.commands': 'discord',

  'simulate.name.sm2': 'SM-2',
  'simulate.name.sm2-balanced': 'SM-2, parejo',
  'simulate.name.fsrs': 'FSRS',
  'simulate.name.fsrs-balanced': 'FSRS, parejo',
  'simulate.progress': '{name}: {learner, number} de {learners, number} personas',
  'simulate.column.scheduler': 'planificador',
  'simulate.column.per-day': 'tarjetas al día',
  'simulate.column.peak': 'día más lleno ÷ promedio',
  'simulate.column.peak-most': '… de todos menos el 5 %',
  'simulate.column.peak-worst': '… del peor',
  'simulate.column.known': 'sabidas al preguntar',
  'simulate.column.remembered': 'sabidas al final',
  'simulate.column.answers': 'respuestas por tarjeta sabida',
  'simulate.day': 'día {day, number}',
  'simulate.mean': 'promedio: {mean, number}',
  'simulate.plot.days': 'Las tarjetas al día de una persona con cada planificador',
  'simulate.plot.comparison': 'Lo que hace y recuerda una persona media con cada planificador',
  'simulate.plot.load': 'Tarjetas al día, una persona media',
  'simulate.plot.kept': 'De las tarjetas vistas, la parte que se sabe',

  'help.usage': 'Uso:',
  'help.arguments': 'Argumentos:',
  'help.options': 'Opciones:',
  'help.commands': 'Verbos:',
  'help.options-word': 'opciones',
  'help.verb-word': 'verbo',
  'help.help': 'muestra esta ayuda',
  'help.default': '{description} (por defecto: {value})',

  'usage.problem': 'repaso: {problem}',
  'usage.unknown-command': 'no existe el verbo «{name}»',
  'usage.unknown-option': 'no existe la opción {name}',
  'usage.missing-argument': 'falta el argumento <{name}>',
  'usage.missing-value': 'la opción {name} necesita un valor',
  'usage.missing-option': 'falta la opción {name}',
  'usage.batch-missing': 'no se puede leer el archivo {file}',
  'usage.excess': 'sobran argumentos',
  'usage.limit': '--limit es un número entero de 1 a 100, no «{value}»',
  'usage.choice': '{name} admite {allowed}, no «{value}»',
  'usage.retention': '--retention admite un número de 0.80 a 0.95, y hay «{value}»',
  'usage.number': '{name} admite un número de {least} a {most}, y hay «{value}»',
  'usage.explain-both': 'da una pregunta o --batch, no las dos cosas',
  'usage.explain-none': 'da una pregunta, o --batch ARCHIVO',
  'usage.export-out': '{format} necesita --out ARCHIVO',
  'usage.deck': 'no hay ningún mazo «{name}». Hay: {known}',
  'usage.decide': '{file} no es un JSON de la forma {example}',
  'usage.doubtful-ask': '--doubtful ask pregunta en una terminal, sin --yes, --json, --dry-run ni -',
  'usage.undo-alone': '--undo lleva el mazo y ninguna ruta',
  'usage.learner': 'no hay nadie llamado «{name}». Hay: {known}',
  'usage.which-learner': 'un paquete de Anki lleva el progreso de una sola persona: da --learner. Hay: {known}',
  'usage.out': 'no se puede escribir {file} ({reason})',
  'usage.workspace': 'no existe el espacio «{name}». Conocidos: {known}',

  'config.problems': '{count, plural, one {Hay un ajuste mal:} other {Hay # ajustes mal:}}',
  'config.problem': '  {problem}',
  'config.unknown': '{name} no es un ajuste de Repaso{meant, select, none {} other {. ¿Querías decir {meant}?}}',
  'config.mend': 'Corrígelo en el entorno o en .env; .env.example enumera todas las variables.',

  'file.missing': 'no existe ese archivo ni esa carpeta',
  'file.unreadable': 'no se puede leer ({reason})',
  'file.no-notes': 'la carpeta no tiene apuntes (.md, .markdown, .txt)',
  'file.too-large': 'el archivo ocupa {megabytes, number} MB; se admiten 10 MB. Divídelo en varios.',
  'file.twice': 'dos archivos darían el mismo mazo ({other}); cambia el nombre de uno',

  'problem.line': '{place}: {message} ({code})',
  'problem.count':
    '{count, plural, =0 {No se ha saltado nada.} one {Una línea no da tarjeta:} other {# líneas no dan tarjeta:}}',
  'repair.line': '{file}: {encoding}; {lines, plural, one {una línea reparada} other {# líneas reparadas}}',
  'cards.deck': '{name} · {cards, plural, one {una tarjeta} other {# tarjetas}} · {source}',
  'cards.total':
    '{cards, plural, one {Una tarjeta} other {# tarjetas}} en {decks, plural, one {un mazo} other {# mazos}}.',
  'cards.doubtful.total': '{cards, plural, one {Una tarjeta es poco segura.} other {# tarjetas son poco seguras.}}',
  'cards.doubtful.more':
    '{cards, plural, one {Una más es poco segura} other {# más son poco seguras}}: repaso cards --doubtful las muestra.',

  'import.no-change': 'no cambia nada',
  'import.dry-run': 'No se ha guardado nada: era un ensayo.',
  'import.stopped': 'No se ha importado nada: corrige los archivos de arriba y vuelve a intentarlo.',
  'import.deck': '{name}: {counts}',
  'import.more': '{count, plural, one {y una más} other {y # más}}',
  'import.unclear.new': 'dudosa: cuenta como nueva, la antigua queda en pausa',
  'import.unclear.kept': 'dudosa: cuenta como la misma tarjeta, progreso conservado',
  'import.ask':
    '{count, plural, one {¿Es esa tarjeta? 1, n si es nueva, Intro para dejarlo abierto: } other {¿Cuál es? De 1 a #, n si es nueva, Intro para dejarlo abierto: }}',
  'import.ask.new': 'n nueva',
  'import.doubtful': '{count, number} más por decidir: en el chat con /deck, o con --doubtful yes, no o ask',
  'import.doubtful.ask': '¿Al mazo? [s/n, Intro: más tarde] ',
  'import.doubtful.no': 'n no',
  'import.confirm': '¿Lo aplico? [s/N] ',
  'import.confirm.yes': 's si sí y',
  'import.left': 'No se ha cambiado nada.',
  'import.stored': 'Hecho. Para deshacerlo: repaso import --undo {deck}',

  'undo.done':
    '{name}: cambio {version, number} deshecho.{added, plural, =0 {} one { Una tarjeta se pregunta otra vez.} other { # tarjetas se preguntan otra vez.}}{changed, plural, =0 {} one { Una vuelve a decir lo de antes.} other { # vuelven a decir lo de antes.}}{removed, plural, =0 {} one { Una queda en pausa.} other { # quedan en pausa.}} Nadie pierde progreso.',
  'undo.nothing': '{name}: no hay ningún cambio que se pueda deshacer.',
  'history.none': 'No recuerdo ningún cambio.',
  'history.line':
    '{version, number} · {at} · {who} · {what}{state, select, undone { (deshecho)} undo { (deshace otro)} redo { (lo recupera)} other {}}',
  'history.someone': 'alguien',
  'history.cli': 'la línea de comandos',
  'history.start': 'los apuntes del disco',

  'export.done':
    '{decks, plural, =0 {Ningún mazo} one {Un mazo} other {# mazos}}, {cards, plural, one {una tarjeta} other {# tarjetas}}{learners, plural, =0 {, sin progreso} other {, con el progreso de {names}}}.',
  'export.no-media': 'fuera se queda {name} (no está junto a los apuntes, o es demasiado grande)',

  'backup.done':
    'Copia escrita en {file} ({megabytes, number, ::.##} MB): {workspaces, plural, one {un espacio} other {# espacios}}, {people, plural, one {una persona} other {# personas}}, {reviews, plural, one {un repaso} other {# repasos}}.',
  'backup.not-written':
    'No se puede escribir {file}: {reason, select, ENOSPC {el disco está lleno} EACCES {este usuario no puede escribir ahí} EPERM {este usuario no puede escribir ahí} ENOENT {no existe esa carpeta} EROFS {el disco es de solo lectura} EISDIR {es una carpeta} other {{reason}}}. No se ha hecho ninguna copia.',
  'backup.trouble.nothing':
    'Aún no hay base de datos, así que no hay nada que copiar. Arranca Repaso una vez, o mira REPASO_DATA.',
  'backup.trouble.not-a-backup': '{file} no es una copia de Repaso. No se ha cambiado nada.',
  'backup.trouble.newer':
    '{file} la hizo un Repaso más nuevo ({detail}). No se ha cambiado nada. Actualiza Repaso y vuelve a intentarlo.',
  'backup.trouble.cut':
    '{file} acaba antes de tiempo: se cortó al escribirla o al copiarla. No se ha cambiado nada. Usa otra copia, o tráela otra vez.',
  'backup.trouble.damaged':
    '{file} no es lo que se escribió{detail, select, none {} other { ({detail})}}. No se ha cambiado nada. Usa otra copia, o tráela otra vez.',
  'backup.trouble.not-empty':
    'Esta base de datos no está vacía. No se ha cambiado nada. Para perder lo que hay y tener la copia en su lugar: repaso restore {file} --replace',
  'backup.trouble.in-use':
    'Un Repaso está usando esta base de datos. No se ha cambiado nada. Páralo y vuelve a intentarlo.',
  'backup.trouble.no-answer':
    'El Repaso que tiene abierta la carpeta de datos no ha respondido en 30 segundos. No se ha hecho ninguna copia. Vuelve a intentarlo; si es de una versión anterior, reinícialo antes.',
  'backup.trouble.no-copy':
    'El Repaso en marcha no ha podido copiar su base de datos ({detail, select, ENOSPC {el disco está lleno} other {{detail}}}). No se ha hecho ninguna copia. Necesita en la carpeta de datos tanto sitio como la base de datos, mientras dura la copia.',
  'restore.done':
    'Restaurado desde {file}: {workspaces, plural, one {un espacio} other {# espacios}}, {people, plural, one {una persona} other {# personas}}, {reviews, plural, one {un repaso} other {# repasos}}. Recalculado y comparado: {cards, plural, one {una tarjeta} other {# tarjetas}}.',
  'restore.differs':
    '{differing, plural, one {Una tarjeta tiene} other {# tarjetas tienen}} un progreso distinto del que dan los repasos. Ya era así en la copia, y así se queda.',

  'explain.none': 'Los apuntes no responden a «{query}».',
  'explain.closest': 'Los apuntes no lo dicen. Lo más cercano:',
  'explain.read-as': 'Para {words}.',
  'explain.near': 'Cerca: {titles}',
  'explain.source': '{path} · {file}:{line, number}',

  'batch.bad-line': '{file}:{line, number}: {message}',
  'batch.not-json': 'no es un objeto JSON',

  'store.locked': 'Otro Repaso está usando {folder}{pid, select, none {} other { (proceso {pid} en {host})}}.',
  'store.locked.mend':
    'Páralo, o pon otra carpeta en REPASO_DATA. Si no hay ninguno en marcha, espera medio minuto; el bloqueo es el archivo {file}.',
  'store.lost':
    'Otro Repaso{pid, select, none {} other { (proceso {pid} en {host})}} se ha quedado con {folder} mientras este estaba en pausa o sin conexión. Este se para; lo que había confirmado está guardado.',
  'store.lost.mend': 'Deja que un solo Repaso use la carpeta.',
  'store.refused':
    'No se puede usar la carpeta de datos {folder}: {reason, select, EACCES {este usuario no puede escribir ahí} EPERM {este usuario no puede escribir ahí} EEXIST {hay un archivo en su lugar} ENOTDIR {hay un archivo en su ruta} EROFS {el disco es de solo lectura} ENOSPC {el disco está lleno} ELOOP {sus enlaces dan vueltas en círculo} ENAMETOOLONG {su nombre es demasiado largo} other {{reason}}}.',
  'store.refused.mend':
    '{reason, select, ENOSPC {Haz sitio en él.} EACCES {Da a este usuario permiso para escribir ahí, o pon otra carpeta en REPASO_DATA.} EPERM {Da a este usuario permiso para escribir ahí, o pon otra carpeta en REPASO_DATA.} other {Pon otra carpeta en REPASO_DATA.}}',
  'store.unreadable': 'La base de datos de {folder} no arranca. No se ha cambiado nada en ella.',
  'store.unreadable.mend': 'Pon una copia de seguridad en su lugar, o pon otra carpeta en REPASO_DATA.',
  'store.newer':
    'La base de datos está en la versión {database, number} y este programa conoce la {program, number}. No se ha cambiado nada.',
  'store.newer.mend': 'Actualiza Repaso.',
  'store.unreachable': 'No llego a la base de datos en {address}{reason, select, none {} other { ({reason})}}.',
  'store.unreachable.mend': 'Comprueba que funciona y que DATABASE_URL es correcta.',
  'store.away': 'La base de datos se ha ido mientras trabajaba. Lo confirmado está guardado.',
  'store.away.mend': 'Vuelve a intentarlo cuando la base de datos esté.',
  unexpected: 'Algo ha fallado: {message} (ref. {ref})',

  'migrate.done':
    '{applied, plural, =0 {La base de datos está al día (versión {to}).} one {Una migración aplicada: versión {from} → {to}.} other {# migraciones aplicadas: versión {from} → {to}.}}',

  'manifest.description': 'Un tutor de chat que enseña a tu equipo sus propios apuntes, unas pocas tarjetas al día',
  'manifest.long-description':
    'Repaso responde con las palabras de los apuntes de tu equipo y trae cada tarjeta de vuelta justo antes de que se olvide (SM-2). Pregúntale en un canal o en un mensaje directo, repasa unas pocas tarjetas al día, haz una tarjeta de cualquier mensaje y mira cómo ha ido la semana. No escribe a nadie que no se lo haya pedido.',
  'manifest.no-address':
    'el modo HTTP necesita REPASO_PUBLIC_URL, la dirección en la que Slack llega a este programa; el modo socket no necesita ninguna',

  'start.title': 'Repaso {version}',
  'start.took': '{seconds, number} s',
  'start.database.new': 'Creando la base de datos en {where} …',
  'start.database.open': 'Abriendo la base de datos en {where} …',
  'start.database.connect': 'Conectando con la base de datos en {where} …',
  'start.database.update': 'Actualizando la base de datos ({steps, plural, one {un paso} other {# pasos}}) …',
  'start.database.lock': 'Mirando si otro Repaso usa todavía {where} …',
  'start.notes': 'Leyendo los apuntes de {folder} …',
  'start.platforms': 'Conectando con {names} …',
  'start.adapter.connected': '{name}: conectado.',
  'start.adapter.why':
    '{code, select, gateway_4004 {ya no acepta el token} gateway_4013 {no conoce lo que el bot pide oír} gateway_4014 {rechaza lo que el bot pide oír} TokenInvalid {no acepta el token} rate_limited {pide esperar} invalid_auth {no acepta el token} token_revoked {el token fue retirado} unreachable {no responde} other {{reason}}}',
  'start.adapter.failed':
    '{name}: sin conexión: {reason}. Sigo intentándolo y lo demás sigue; repaso doctor dice qué arreglar.',
  'start.deck':
    '{name}: {cards, plural, one {una tarjeta} other {# tarjetas}}{changes, select, none {} other { ({changes})}}',
  'start.deck.waiting':
    '{name}: {counts} Aún no ha cambiado nada: di que sí en el chat con /deck, o con repaso import.',
  'start.deck.still-waiting': '{name}: {file} espera un sí, en el chat con /deck o con repaso import.',
  'start.deck.kept': '{name}: queda como alguien decidió; {file} dice otra cosa.',
  'start.deck.gone': '{name}: {file} ya no está. {counts}',
  'start.deck.renamed': '{name}: {old} se llama ahora {file}. {counts}',
  'start.deck.gone-waiting':
    '{name}: {file} ya no está. {counts} Aún no ha cambiado nada: di que sí en el chat con /deck.',
  'start.on-disk': 'Los apuntes del disco han cambiado. {line}',
  'start.deck.failed': '{file}: no cargado. {message}',
  'start.no-notes': 'No hay apuntes en {folder}: pon ahí archivos Markdown y vuelve a empezar.',
  'start.ready': 'Listo: {url}',
  'start.ready.no-web': 'Listo. El chat web está apagado (REPASO_WEB=off).',
  'start.invite': 'En el chat web se entra con invitación. Envía este enlace a quien pueda entrar: {link}',
  'start.manage': 'Abre tú este: quien entra por él administra los apuntes. Guárdalo. {link}',
  'start.open-room':
    'El chat web está abierto a la red ({host}): quien llegue a esta dirección gestiona los apuntes. HOST=127.0.0.1 lo deja solo en este equipo; con repaso start --invite entra solo quien tenga tu enlace.',
  'invite.renewed':
    'Estos enlaces son nuevos. Reinicia Repaso: entonces los de antes no abren nada, y todos necesitan el nuevo.',
  'invite.off':
    'El chat web no pide invitación ahora. Para que la pida, empieza con repaso start --invite o pon REPASO_INVITE=on.',
  'start.stop-hint': 'Pulsa Ctrl+C para parar.',
  'start.stopping': 'Parando: termino lo que está a medias …',
  'start.stopped': 'Parado. Todo está guardado.',
  'start.port-taken':
    'El puerto {port, number, ::group-off} de {host} está ocupado. Para lo que lo usa, o cambia PORT (0 busca uno libre).',
  'start.host': 'No se puede escuchar en {host} ({reason}). Pon en HOST 127.0.0.1 o una dirección de esta máquina.',

  'doctor.ok': '✓ {name}: {detail}',
  'doctor.bad': '✗ {name}: {detail}',
  'doctor.mend': '  → {mend}',
  'doctor.node': 'Node.js',
  'doctor.node.mend': 'Instala Node.js 20.19 o posterior.',
  'doctor.config': 'Configuración',
  'doctor.config.good': 'todos los ajustes se entienden',
  'doctor.database': 'Base de datos',
  'doctor.database.good':
    '{kind, select, embedded {incluida, en {where}} other {servidor, {where}}}, versión {version, number}',
  'doctor.size': 'Tamaño',
  'doctor.size.good': '{megabytes, number, ::.#} MB; lo mayor: {tables}',
  'doctor.size.table': '{table} {megabytes, number, ::.#} MB',
  'doctor.database.none': 'aún no hay en {where}; se crea al empezar',
  'doctor.database.in-use': 'la usa un Repaso en marcha (proceso {pid})',
  'doctor.folder.mend': 'Da a este usuario permiso para escribir en {where}, o cambia REPASO_DATA.',
  'doctor.notes': 'Apuntes',
  'doctor.notes.good':
    '{files, plural, one {un archivo} other {# archivos}}, {cards, plural, one {una tarjeta} other {# tarjetas}}',
  'doctor.notes.mend': 'Corrige el archivo, o sácalo de {folder}.',
  'doctor.notes.none.mend': 'Pon archivos Markdown en {folder}, o pon en FLASHCARDS_DIR la carpeta que los tiene.',
  'doctor.clock': 'Reloj',
  'doctor.clock.good': '{time} en {zone}',
  'doctor.database-clock': 'Reloj de la base de datos',
  'doctor.database-clock.differs': 'difiere del de esta máquina en {seconds, number} s',
  'doctor.database-clock.mend': 'Pon en hora esta máquina (NTP): de ella dependen las fechas y los mensajes diarios.',
  'doctor.web': 'Chat web',
  'doctor.web.good': 'escucharía en {address}',
  'doctor.web.open.mend':
    'Está abierto a la red y quien llegue gestiona los apuntes: pon HOST=127.0.0.1, o REPASO_INVITE=on para que entre solo quien tenga tu enlace.',
  'doctor.web.off': 'apagado',
  'doctor.web.taken': '{address} está ocupado; un Repaso en marcha es una buena razón',
  'doctor.odd': '{platform} ha respondido algo raro (HTTP {status, number})',
  'doctor.odd.mend':
    'Vuelve a intentarlo en un minuto. {variable}, si está puesta, tiene que ser la dirección de la API o de su proxy.',
  'doctor.unreachable': '{platform} no responde ({reason})',
  'doctor.unreachable.mend': 'Comprueba que esta máquina llega a {host}, y {variable} si está puesta.',
  'doctor.discord': 'Discord',
  'doctor.discord.none': 'sin configurar; «On Discord», en el README, dice cómo',
  'doctor.discord.good':
    '{bot}, {guilds, plural, =0 {aún en ningún servidor} one {en un servidor} other {en # servidores}}',
  'doctor.discord.gateway': 'Eventos de Discord',
  'doctor.discord.gateway.good': 'se oyen: comandos, menciones y mensajes directos',
  'doctor.discord.intents': 'Discord no deja que el bot oiga lo que pide oír (intents, {code})',
  'doctor.discord.intents.mend':
    'Repaso pide Guilds, Guild Messages y Direct Messages, para los que no hay que activar nada. Prueba el Repaso más nuevo y deja DISCORD_API_BASE sin valor.',
  'doctor.discord.closed': 'Discord cierra la conexión ({code})',
  'doctor.discord.closed.mend':
    'Prueba otra vez en un minuto. Lo que significa el número está en docs.discord.com, en Gateway Close Event Codes.',
  'doctor.discord.install': 'Invitación de Discord',
  'doctor.discord.refused': 'Discord no conoce el token',
  'doctor.discord.refused.mend':
    'En discord.com/developers, tu aplicación, Bot: Reset Token, y copia el nuevo en DISCORD_TOKEN.',
  'doctor.discord.elsewhere': 'Discord envía lo que hace la gente a {endpoint}, no aquí',
  'doctor.discord.elsewhere.mend':
    'En discord.com/developers, tu aplicación, General Information: vacía el campo Interactions Endpoint URL.',
  'doctor.slack': 'Slack',
  'doctor.slack.none': 'sin configurar; «On Slack», en el README, dice cómo',
  'doctor.slack.good': '{bot} en {team}, con todos los permisos',
  'doctor.slack.untold': '{bot} en {team}; Slack no dice con qué permisos',
  'doctor.slack.scopes': 'a {bot} en {team} le falta {scopes}',
  'doctor.slack.scopes.mend':
    'En api.slack.com/apps, tu app, App Manifest: pon lo que muestra «repaso manifest slack». Después, Install App, Reinstall.',
  'doctor.slack.refused': 'Slack rechaza el token ({error})',
  'doctor.slack.refused.mend':
    'En api.slack.com/apps, tu app, Install App: copia el Bot User OAuth Token en SLACK_BOT_TOKEN.',
  'doctor.slack.socket': 'Socket de Slack',
  'doctor.slack.socket.good': 'Slack abre uno',
  'doctor.slack.socket.mend':
    'En api.slack.com/apps, tu app: activa Socket Mode, y en Basic Information crea un App-Level Token con connections:write para SLACK_APP_TOKEN.',
  'doctor.slack.http': 'Peticiones de Slack',
  'doctor.slack.http.good': 'se atienden en {address}',
  'doctor.slack.install': 'Instalación en Slack',
  'doctor.model': 'Modelo de lenguaje',
  'doctor.embeddings': 'Embeddings',
  'doctor.model.none': 'apagado; docs/language-model.md dice cómo encenderlo',
  'doctor.model.good': '{model} de {provider} responde',
  'doctor.model.refused': 'se niega ({reason})',
  'doctor.model.refused.mend': 'Comprueba {variable}_KEY y si {address} tiene el modelo {model} ({variable}).',
  'doctor.model.away': 'no responde ({reason})',
  'doctor.model.away.mend':
    'Comprueba el camino de esta máquina a {address} ({variable}_URL). Mientras no responda, la gente recibe las palabras de los apuntes.',
} as const satisfies Record<CliKey, string>;

/** Phrases that turn the daily message on or off, folded, in both languages. */

/** What turns it on, before a time or alone. */
export const SAYS_ON = `turn it on, turn on, switch it on, switch on, on, yes, yeah, yep, yup, y, ok, okay, sure, start,
  enable, enabled, activate, activated, true, si, vale, claro, enciende, enciendelo, encender, encenderlo, encendido,
  activa, activalo, activar, activarlo, activado, empieza, empezar, pon, ponlo`.split(/,\s+/);

export const SAYS_OFF = `turn it off, turn off, switch it off, switch off, off, no, nope, n, none, never, stop, disable,
  disabled, deactivate, deactivated, false, cancel, pause, apaga, apagalo, apagar, apagarlo, apagado, desactiva,
  desactivalo, desactivar, desactivarlo, desactivado, quita, quitalo, quitar, quitarlo, nunca, ninguno, para, parar,
  cancelar`.split(/,\s+/);

/** A single-byte code page: how the bytes 0x80 to 0xFF were read. The lower half is ASCII in all of them. */
export type CodePage = {
  readonly name: string;
  /** 128 characters, of the bytes 0x80 to 0xFF. */
  readonly upper: string;
};

/**
 * The code pages in which UTF-8 is commonly misread, the preferred one first.
 *
 * Mac Roman is Apple's full table: byte 0xF0 is the Apple logo, U+F8FF. Every emoji starts with that byte, and tables
 * that leave it out (iconv's among them) lose all of them. Windows-1252 is the "sloppy" one of browsers: the five
 * bytes it does not define are read as the control characters of the same number.
 */
export const CODE_PAGES: readonly CodePage[] = [
  {
    name: 'Mac Roman',
    upper:
      'ÄÅÇÉÑÖÜáàâäãåçéè' +
      'êëíìîïñóòôöõúùûü' +
      '†°¢£§•¶ß®©™´¨≠ÆØ' +
      '∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
      '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ' +
      '–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
      '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ' +
      '\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  },
  {
    name: 'Windows-1252',
    upper:
      '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' +
      '\u0090‘’“”•–—˜™š›œ\u009džŸ' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯' +
      '°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ' +
      'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
      'àáâãäåæçèéêëìíîï' +
      'ðñòóôõö÷øùúûüýþÿ',
  },
  {
    name: 'Latin-1',
    upper:
      '\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f' +
      '\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f' +
      '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯' +
      '°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ' +
      'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
      'àáâãäåæçèéêëìíîï' +
      'ðñòóôõö÷øùúûüýþÿ',
  },
  {
    name: 'CP437',
    upper:
      'ÇüéâäàåçêëèïîìÄÅ' +
      'ÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
      'áíóúñÑªº¿⌐¬½¼¡«»' +
      '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
      '└┴┬├─┼╞╟╚╔╩╦╠═╬╧' +
      '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
      'αßΓπΣσµτΦΘΩδ∞φε∩' +
      '≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  },
  {
    name: 'CP850',
    upper:
      'ÇüéâäàåçêëèïîìÄÅ' +
      'ÉæÆôöòûùÿÖÜø£Ø×ƒ' +
      'áíóúñÑªº¿®¬½¼¡«»' +
      '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
      '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
      'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
      'ÓßÔÒõÕµþÞÚÛÙýÝ¯´' +
      '\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  },
];

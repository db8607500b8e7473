/**
 * A line does not end between a number and what it counts, nor before an amount: "23 小时 56 分钟" breaks after 小时,
 * "付出 ¥300.00" nowhere.
 */
export function unbroken(words: string): string {
  return words.replace(/(\d|第) /g, '$1\u00a0').replace(/ ¥/g, '\u00a0¥')
}

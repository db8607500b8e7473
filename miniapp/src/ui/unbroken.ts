/** A line does not end between a number and what it counts: "23 小时 56 分钟" breaks after 小时, and nowhere else. */
export function unbroken(words: string): string {
  return words.replace(/(\d|第) /g, '$1\u00a0')
}

/** "/packages/ledger/entry/index?id=…"; what is not known is left out. */
export function addressOf(root: string, page: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])
  return `${root}/${page}/index${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
}

/**
 * What Chrome 67 lacks and the framework's router calls: the one in `query-string` for every address with a "?". The
 * build transpiles syntax, not methods; this one is cheaper than a library of all of them. Imported first in the app.
 */
if (process.env.TARO_ENV === 'h5' && !('replaceAll' in String.prototype)) {
  Object.defineProperty(String.prototype, 'replaceAll', { value: replaceAll, writable: true, configurable: true })
}

function replaceAll(this: string, searched: string | RegExp, replacement: string): string {
  if (searched instanceof RegExp) return this.replace(searched, replacement)
  return this.split(searched).join(replacement)
}

export {}

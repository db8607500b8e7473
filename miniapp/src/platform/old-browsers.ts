/**
 * What Chrome 67 lacks and the framework's router calls: the one in `query-string` for every address with a "?". The
 * build transpiles syntax, not methods; this one is cheaper than a library of all of them. Imported first in the app.
 */
if (process.env.TARO_ENV === 'h5' && !('replaceAll' in String.prototype)) {
  Object.defineProperty(String.prototype, 'replaceAll', { value: replaceAll, writable: true, configurable: true })
}

// Rules of `shared` take the last of a list by `at(-1)`, which Chrome before 92 and iOS before 15.4 (WeChat too) lack.
if (!('at' in Array.prototype)) {
  Object.defineProperty(Array.prototype, 'at', { value: at, writable: true, configurable: true })
}

function at<Item>(this: readonly Item[], index: number): Item | undefined {
  return this[index < 0 ? this.length + index : index]
}

function replaceAll(this: string, searched: string | RegExp, replacement: string): string {
  if (searched instanceof RegExp) return this.replace(searched, replacement)
  return this.split(searched).join(replacement)
}

export {}

import { subPackageOf } from './app-config'
import { fault } from './runner-log'

/**
 * Runs the package's scripts the way WeChat's code layer does: CommonJS files that see `wx`, `App`, `Page` and plain
 * JavaScript, and nothing of the browser. Code that reaches for `document` fails here as it fails on a phone.
 */
const hiddenNames = [
  'window', 'document', 'navigator', 'location', 'self', 'top', 'parent', 'frames', 'history', 'localStorage',
  'sessionStorage', 'indexedDB', 'caches', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'alert', 'confirm', 'prompt',
  'HTMLElement', 'Element', 'Node', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'Event', 'CustomEvent',
  'Image', 'Audio', 'MediaRecorder', 'Blob', 'File', 'FileReader', 'FormData', 'Headers', 'Request', 'Response', 'URL',
  'URLSearchParams', 'AbortController', 'TextEncoder', 'TextDecoder', 'crypto', 'btoa', 'atob', 'structuredClone', 'performance',
  'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'Worker', 'getComputedStyle',
  'matchMedia',
  // Missing in WeChat's engine on many Android phones.
  'Intl',
] as const

const languageNames = [
  'Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Date', 'Math', 'JSON', 'RegExp', 'Promise', 'Proxy',
  'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'URIError',
  'EvalError', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array',
  'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'NaN', 'Infinity',
  'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'setTimeout', 'clearTimeout', 'setInterval',
  'clearInterval', 'console',
] as const

const { files } = window.__bundle
const loaded = new Map<string, { exports: unknown }>()
const openPackages = new Set<string>()
const scope: Record<string, unknown> = {}
const appGlobal: Record<string, unknown> = Object.fromEntries(
  languageNames.map((name) => [name, (window as unknown as Record<string, unknown>)[name]]),
)
appGlobal.Function = onlyReturnThis

let current = ''

/** Makes a name (`wx`, `Page` …) visible to the package's scripts. */
export function provide(names: Readonly<Record<string, unknown>>): void {
  Object.assign(scope, names)
}

/** The script being run; Page() and Component() register under its path. */
export const currentModule = (): string => current

/** WeChat downloads a subpackage when one of its pages is opened. */
export function openSubPackageOf(page: string): void {
  const root = subPackageOf(page)
  if (root !== undefined) openPackages.add(root)
}

/** @throws Error when the file is missing, or belongs to a subpackage that no page has opened yet. */
export function loadModule(path: string): unknown {
  const known = loaded.get(path)
  if (known) return known.exports
  const code = files[`${path}.js`]
  if (code === undefined) throw new Error(`module not found: ${path}.js`)
  const root = subPackageOf(path)
  if (root !== undefined && !openPackages.has(root)) {
    fault(`${current} needs ${path}, which is in a subpackage that is not loaded`)
  }

  const module = { exports: {} as unknown }
  loaded.set(path, module)
  const outer = current
  current = path
  try {
    const values: Record<string, unknown> = {
      ...Object.fromEntries(hiddenNames.map((name) => [name, undefined])),
      ...scope,
      module,
      exports: module.exports,
      require: (request: string) => loadModule(resolvePath(path, request)),
      globalThis: appGlobal,
      global: appGlobal,
      Function: onlyReturnThis,
    }
    const run = new Function(...Object.keys(values), `${code}\n//# sourceURL=weapp:///${path}.js`)
    run.apply(undefined, Object.values(values))
  } finally {
    current = outer
  }
  return module.exports
}

/** @example resolvePath('packages/ticket/send/index', '../../../comp.js') → 'comp' */
export function resolvePath(from: string, request: string): string {
  const parts = request.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of request.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').replace(/\.js$/, '')
}

// Libraries find their global object with Function('return this')(); WeChat forbids every other use.
function onlyReturnThis(...args: readonly unknown[]): () => unknown {
  if (/^\s*return this\s*;?\s*$/.test(String(args.at(-1) ?? ''))) return () => appGlobal
  throw new Error('new Function() does not exist in a mini-program')
}
onlyReturnThis.prototype = Function.prototype

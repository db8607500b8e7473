/**
 * Files the app may name: `wxfile://tmp_…` until the app closes, `wxfile://store_…` until deleted. Pictures of the package
 * and addresses on the net go through the site's server, which stands where WeChat's network layer stands.
 */
const blobs = new Map<string, Blob>()
const addresses = new Map<string, string>()
let count = 0

export function addTemporaryFile(blob: Blob, extension: string): string {
  const path = `wxfile://tmp_${Date.now().toString(36)}_${++count}.${extension}`
  keep(path, blob)
  return path
}

export function keep(path: string, blob: Blob): void {
  blobs.set(path, blob)
  addresses.set(path, URL.createObjectURL(blob))
}

export function forget(path: string): void {
  blobs.delete(path)
  addresses.delete(path)
}

export const fileOf = (path: string): Blob | undefined => blobs.get(path)

/** What an `<img>` or a player of the browser can load for a path of the app. */
export function reachable(source: string): string {
  if (source.startsWith('wxfile://')) return addresses.get(source) ?? '/missing-file'
  if (/^https?:/.test(source)) return throughSite(source)
  if (source === '' || source.startsWith('data:')) return source
  return `/package/${source.replace(/^\//, '')}`
}

/** The address at which the site's server fetches `url` for us. */
export const throughSite = (url: string): string => `/net/${encodeURIComponent(url)}`

export const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'

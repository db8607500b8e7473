import { networkInterfaces } from 'node:os'
import { ConfigError } from './config-error'
import { textOf, type Env } from './settings'

/**
 * The address by which residents reach the product, without a slash at the end: what a QR code on a wall leads to. A
 * demo takes the one it announces; a real server has none until it is told.
 * @throws ConfigError
 */
export function publicUrlOf(env: Env, demo: { readonly host: string; readonly port: number } | null): string | null {
  const text = textOf(env, 'PUBLIC_URL')
  if (text !== null) return checkedPublicUrl(text)
  // Port 0 is known only once the server listens: nothing that could be printed.
  if (demo === null || demo.port === 0) return null
  return localAddresses(demo.host, String(demo.port)).at(-1)?.replace(/\/$/, '') ?? null
}

/** Where a server that listens on that host is found: on this machine first, then from outside. */
export function localAddresses(host: string, port: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [addressOf(host === '127.0.0.1' ? 'localhost' : host, port)]
  const here = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  const outside = here.filter(({ family, internal }) => family === 'IPv4' && !internal)
  return [addressOf('localhost', port), ...outside.map(({ address }) => addressOf(address, port))]
}

function checkedPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain = url !== null && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (isPlain && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '')
  throw new ConfigError(
    'PUBLIC_URL 写得不对，应是村民打开时用的网址，例如 https://huiying.example.cn，后面不带 ? 和 #。',
    'PUBLIC_URL is malformed: the address residents open, such as https://huiying.example.cn, without ? or #.',
  )
}

function addressOf(host: string, port: string): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
}

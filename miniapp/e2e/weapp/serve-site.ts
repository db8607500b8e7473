import fs from 'node:fs'
import http from 'node:http'
import { type AddressInfo } from 'node:net'
import path from 'node:path'

export interface ServedSite {
  readonly url: string
  stop(): Promise<void>
}

export interface SiteOptions {
  /** What `buildSite` wrote. */
  readonly siteDir: string
  /** Where a request to an origin really goes. A missing one is refused, as WeChat refuses unlisted domains. */
  readonly origins: Readonly<Record<string, string>>
  /** 0: any free port */
  readonly port?: number
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
}

/** Serves the built site, and under `/net/` stands where WeChat's own network layer stands. */
export async function serveSite({ siteDir, origins, port = 0 }: SiteOptions): Promise<ServedSite> {
  const server = http.createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://site')
    if (address.pathname.startsWith('/net/')) forward(request, response, origins)
    else sendFile(path.join(siteDir, address.pathname === '/' ? 'index.html' : path.normalize(address.pathname)), response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function sendFile(file: string, response: http.ServerResponse): void {
  if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' })
  fs.createReadStream(file).pipe(response)
}

function forward(request: http.IncomingMessage, response: http.ServerResponse, origins: SiteOptions['origins']): void {
  const asked = new URL(decodeURIComponent((request.url ?? '').slice('/net/'.length)))
  const real = origins[asked.origin]
  if (real === undefined) {
    refuse(response, `url not in domain list: ${asked.origin}`)
    return
  }
  const target = new URL(`${asked.pathname}${asked.search}`, real)
  const headers = { ...request.headers, host: target.host, referer: 'https://servicewechat.com/touristappid/0/page-frame.html' }
  // What a browser adds by itself never leaves a phone.
  for (const name of Object.keys(headers)) if (/^(origin|cookie|sec-|connection)/.test(name)) delete headers[name as keyof typeof headers]
  const onward = http.request(target, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => refuse(response, 'errcode:-102 net::ERR_CONNECTION_REFUSED'))
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}

/** Tells the page's `wx` what WeChat would say; no answer of the app's server looks like this. */
function refuse(response: http.ServerResponse, reason: string): void {
  if (response.headersSent) response.destroy()
  else response.writeHead(502, { 'x-runner-refusal': encodeURIComponent(reason) }).end()
}

import { createServer } from 'node:net'
import { Refusal, withSetting } from './say.mjs'

const defaultPort = 8080
const candidates = 20

/**
 * The port to serve on, from PORT.
 * @throws {Refusal} PORT is no port number, is in use, or may not be used
 */
export async function freePort(env = process.env) {
  const port = env.PORT ? Number(env.PORT) : defaultPort
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(
      `PORT 写成了“${env.PORT}”，它应是 1 到 65535 之间的整数，例如：${withSetting('PORT', 8080, 'npm start')}`,
      `PORT is "${env.PORT}"; it must be a whole number from 1 to 65535, for example: ${withSetting('PORT', 8080, 'npm start')}`,
    )
  }
  const fault = await faultOf(port, env.HOST)
  if (fault === null) return port
  if (fault === 'EADDRINUSE') throw await taken(port, env.HOST)
  if (fault === 'EACCES') throw forbidden(port)
  throw new Refusal(
    `不能在 ${env.HOST || '本机'}:${port} 上提供服务（${fault}）。请检查 HOST 和 PORT 两个设置。`,
    `Cannot listen on ${env.HOST || 'this machine'}:${port} (${fault}). Check the settings HOST and PORT.`,
  )
}

async function taken(port, host) {
  let other = port + 1
  while (other < port + candidates && (await faultOf(other, host)) !== null) other += 1
  const retry = withSetting('PORT', other, 'npm start')
  return new Refusal(
    `端口 ${port} 已被别的程序占用（也许回应已经在另一个窗口里开着）。请先关掉它，或换一个端口：${retry}`,
    `Port ${port} is in use, perhaps by this very programme in another window. Stop that, or use another port: ${retry}`,
  )
}

function forbidden(port) {
  const retry = withSetting('PORT', defaultPort, 'npm start')
  return new Refusal(
    `没有权限用端口 ${port}，1024 以下的端口要管理员才能用。请换一个：${retry}`,
    `Not allowed to use port ${port}; ports below 1024 are for administrators. Use another: ${retry}`,
  )
}

/** @returns null when the port is free, else the system's error code */
function faultOf(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code ?? error.message))
    probe.listen({ port, host: host || undefined, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

/** One of the machine's own choice, for what lives as long as a test or a measurement. */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

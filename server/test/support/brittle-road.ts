import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export interface BrittleRoad {
  /** `DATABASE_URL` by this road */
  readonly url: string
  /** Whoever sends something next loses his connection, and it does not arrive. */
  breakUnderNext(): void
  close(): void
}

/** A road to the database server that breaks when it is told to. */
export async function brittleRoad(url: string): Promise<BrittleRoad> {
  let isBreaking = false
  const road = new URL(url)
  const { hostname: host, port, searchParams } = road
  const path = searchParams.get('socket')
  const server = createServer((near) => {
    const far = connect(path === null ? { host, port: Number(port || 3306) } : { path })
    near.on('data', (sent) => {
      if (!isBreaking) return void far.write(sent)
      isBreaking = false
      near.destroy()
    })
    far.on('data', (answer) => near.write(answer))
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  searchParams.delete('socket')
  road.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: road.toString(), breakUnderNext: () => void (isBreaking = true), close: () => void server.close() }
}

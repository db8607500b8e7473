/** Where the data lives, read from `DATABASE_URL`. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'server'; readonly connection: ServerConnection }

export interface ServerConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  /** unix socket, instead of host and port */
  readonly socketPath: string | null
}

/**
 * "sqlite:/path/to/file.db", "mysql://user:password@host:3306/name" or "mariadb://…" (which of the two it really is
 * gets asked of the server); `?socket=/run/…` for a unix socket.
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length)
    if (file === '' || file === ':memory:') throw new Error('DATABASE_URL: sqlite needs a file, sqlite:/path/to/file.db')
    return { kind: 'sqlite', file }
  }
  if (!/^(mysql|mariadb):\/\//.test(url)) {
    throw new Error('DATABASE_URL must begin with sqlite:, mysql:// or mariadb://')
  }
  const parsed = new URL(url)
  const database = decodeURIComponent(parsed.pathname.slice(1))
  if (database === '') throw new Error('DATABASE_URL names no database: mysql://user:password@host:3306/name')
  return {
    kind: 'server',
    connection: {
      host: parsed.hostname || '127.0.0.1',
      port: parsed.port === '' ? 3306 : Number(parsed.port),
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      database,
      socketPath: parsed.searchParams.get('socket'),
    },
  }
}

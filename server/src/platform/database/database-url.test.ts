import { parseDatabaseUrl } from './database-url'

describe('DATABASE_URL', () => {
  test('a file', () => {
    expect(parseDatabaseUrl('sqlite:.data/huiying.db')).toEqual({ kind: 'sqlite', file: '.data/huiying.db' })
  })

  test('a server, with what a password may contain', () => {
    expect(parseDatabaseUrl('mysql://us%40er:p%2Fa%3Ass@db.example:3307/huiying')).toEqual({
      kind: 'server',
      connection: { host: 'db.example', port: 3307, user: 'us@er', password: 'p/a:ss', database: 'huiying', socketPath: null },
    })
  })

  test('a socket', () => {
    expect(parseDatabaseUrl('mariadb://root@localhost/huiying?socket=/run/mysqld.sock')).toMatchObject({
      connection: { socketPath: '/run/mysqld.sock', port: 3306 },
    })
  })

  test.each(['postgres://x/y', 'sqlite:', 'sqlite::memory:', 'mysql://root@localhost/', ''])('%p is refused', (url) => {
    expect(() => parseDatabaseUrl(url)).toThrow('DATABASE_URL')
  })
})

import { ConfigError } from './platform/config'
import type { Env } from './platform/config/settings'

interface Sentence {
  readonly chinese: string
  readonly english: string
}

/** One clear sentence in Chinese, the same in English below; a stack only for whoever asks with HUIYING_DEBUG=1. */
export function whyNotStarted(error: unknown, env: Env): string {
  const { chinese, english } = error instanceof ConfigError ? error : sentenceFor(error, env)
  const stack = env['HUIYING_DEBUG'] === '1' && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  return `\n✗ ${chinese}\n  ${english}\n${stack}`
}

function sentenceFor(error: unknown, env: Env): Sentence {
  const port = env['PORT'] ?? '8080'
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return {
        chinese: `端口 ${port} 已被别的程序占用。请先关掉它，或用 PORT 换一个端口。`,
        english: `Port ${port} is in use. Stop that program, or choose another port with PORT.`,
      }
    case 'EADDRNOTAVAIL':
      return {
        chinese: '这台机器没有 HOST 写的那个地址。请检查 HOST，或去掉它。',
        english: 'This machine does not have the address in HOST. Check HOST, or remove it.',
      }
    case 'EACCES':
      return {
        chinese: `没有权限用端口 ${port}。请用 PORT 换一个 1024 以上的端口。`,
        english: `Not allowed to use port ${port}. Choose one above 1024 with PORT.`,
      }
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return {
        chinese: '连不上 DATABASE_URL 写的数据库。请确认数据库已经开着，地址和端口没写错。',
        english: 'The database in DATABASE_URL cannot be reached. Is it running, are host and port right?',
      }
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_DBACCESS_DENIED_ERROR':
    case 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR':
      return {
        chinese: '数据库不让登录。请检查 DATABASE_URL 里的用户名、密码和权限。',
        english: 'The database refuses the login. Check user, password and rights in DATABASE_URL.',
      }
    case 'ER_BAD_DB_ERROR':
      return {
        chinese: 'DATABASE_URL 写的数据库还没有建。请先建好（字符集 utf8mb4），再运行一次。',
        english: 'The database named in DATABASE_URL does not exist. Create it (utf8mb4) and run this again.',
      }
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return {
        chinese: '磁盘满了，写不下了。请腾出至少 2 GB 空间，再运行一次。',
        english: 'The disk is full. Free at least 2 GB and run this again.',
      }
    default:
      return unforeseen(error)
  }
}

function unforeseen(error: unknown): Sentence {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    chinese: `没有开起来：${reason}。请再运行一次；还不行，请加上 HUIYING_DEBUG=1 运行，把显示的内容发给维护的人。`,
    english: `Not started: ${reason}. Run it again; if that does not help, run with HUIYING_DEBUG=1 and send what it prints.`,
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/**
 * Something the person at the keyboard can put right: one sentence each in Chinese and English, never a stack trace.
 */
export class Refusal extends Error {
  constructor(chinese, english) {
    super(chinese)
    this.name = 'Refusal'
    this.english = english
  }
}

/** Progress, on standard error so that standard output keeps to results. */
export function say(chinese, english) {
  process.stderr.write(`${chinese} ${english}\n`)
}

/** Prints why a command stops. A fault nobody foresaw names itself; its stack only with HUIYING_DEBUG=1. */
export function sayRefusal(error) {
  const refusal = error instanceof Refusal ? error : fromSystemError(error) ?? unforeseen(error)
  process.stderr.write(`\n✗ ${refusal.message}\n  ${refusal.english}\n`)
  if (process.env.HUIYING_DEBUG === '1' && error?.stack) process.stderr.write(`${error.stack}\n`)
}

/** How to type `NAME=value command` on this system. */
export function withSetting(name, value, command) {
  return process.platform === 'win32' ? `set ${name}=${value}&& ${command}` : `${name}=${value} ${command}`
}

function fromSystemError(error) {
  const where = error?.path ?? ''
  switch (error?.code) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Refusal(
        `这里只能读，不能写：${where}。请把整个文件夹放到您能写的地方（例如自己的主目录），或请管理员给您写的权限，再运行一次。`,
        `Cannot write to ${where}. Move the folder to a place you may write to, or ask for write permission, and run this again.`,
      )
    case 'ENOSPC':
      return new Refusal(
        '磁盘满了，写不下了。请腾出至少 2 GB 空间，再运行一次。',
        'The disk is full. Free at least 2 GB and run this again.',
      )
    default:
      return null
  }
}

function unforeseen(error) {
  const reason = error instanceof Error ? error.message : String(error)
  return new Refusal(
    `出了没料到的问题：${reason}。请再运行一次；还不行，请加上 HUIYING_DEBUG=1 运行，把显示的内容发给维护的人。`,
    `Unexpected: ${reason}. Run it again; if that does not help, run with HUIYING_DEBUG=1 and send what it prints to the maintainers.`,
  )
}

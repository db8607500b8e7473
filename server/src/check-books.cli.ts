import { CheckBooks } from './checks/check-books'
import { loadConfig } from './platform/config'
import { openDatabase } from './platform/database/open-database'

/** Checks all books now, or those that are named. Exit code 0: all sound; 1: something was found; 2: it broke off. */
async function main(wanted: readonly string[]): Promise<void> {
  const config = loadConfig(process.env)
  const { unitOfWork, reads, ids, close } = await openDatabase(config.databaseUrl)
  try {
    const books = await reads.query<{ id: string; name: string }>('SELECT id, name FROM ledger_books ORDER BY id', [])
    const checkBooks = new CheckBooks(unitOfWork, reads, ids, config.ledger)
    for (const { id, name } of books.filter((book) => wanted.length === 0 || wanted.includes(book.id))) {
      const check = await checkBooks.execute(id)
      if (check === null) continue
      const { size, findings } = check
      process.stdout.write(`${findings.length === 0 ? '✓' : '✗'} ${name}（${id}）：${size} 笔，`)
      process.stdout.write(findings.length === 0 ? '没有发现问题。\n' : `发现 ${findings.length} 处问题：\n`)
      for (const { words, about } of findings) process.stdout.write(`  ${words}${about === null ? '' : `（${about}）`}\n`)
      if (findings.length > 0) process.exitCode = 1
    }
    if (books.length === 0) process.stdout.write('还没有账本。\n')
  } finally {
    await close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

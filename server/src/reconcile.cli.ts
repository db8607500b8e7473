import { compareTickets, type Difference } from './checks/tickets/compare-tickets'
import { loadConfig } from './platform/config'
import { openDatabase } from './platform/database/open-database'

const WORDS: Readonly<Record<Difference['kind'], string>> = {
  'timer-missing': '少了一个到点的提醒',
  'timer-extra': '多了一个没人要的提醒',
  'fact-missing': '经过里少记了一笔',
  'fact-twice': '经过里多记了一笔',
  'order-missing': '督办单和次数对不上',
  'row-differs': '清单上写的和这件事自己的不一样',
  'merged-astray': '并到了不对的事上',
  'closure-untold': '办结了，没有告诉说事的人',
  'series-broken': '督办单的号断了或重了',
  'work-stuck': '有活压着没人干',
}

/**
 * Holds all tickets against their rules now; `--look` puts nothing back. Exit code 0: nothing differs; 1: something
 * did, also where it was put back; 2: it broke off.
 */
async function main(args: readonly string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== '--look')
  if (unknown.length > 0) throw new Error(`不认识 ${unknown.join(' ')}，只有 --look（只看，不补）。`)
  const database = await openDatabase(loadConfig(process.env).databaseUrl)
  let [differences, mended] = [0, 0]
  try {
    const comparison = await compareTickets({
      ...database,
      mends: !args.includes('--look'),
      onDifference: ({ kind, ticketId, detail, isMended }) => {
        differences += 1
        if (isMended) mended += 1
        process.stdout.write(`✗ ${WORDS[kind]}（${kind}）${isMended ? '，补上了' : ''}：${ticketId ?? ''} ${detail}\n`)
      },
    })
    const count = `${comparison?.tickets ?? 0} 件`
    if (differences === 0) process.stdout.write(`✓ ${count}，没有对不上的。\n`)
    else process.stdout.write(`${count}，${differences} 处对不上，补上了 ${mended} 处。\n`)
    process.exitCode = differences === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

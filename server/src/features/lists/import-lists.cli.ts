import { errorWords, isErrorCode } from '@huiying/shared/facts'
import { DomainError } from '@huiying/shared/kernel'
import { faultSentence, type ImportListsAnswer } from '@huiying/shared/lists'
import { readFile } from 'node:fs/promises'
import { loadConfig } from '../../platform/config'
import { openDatabase } from '../../platform/database/open-database'
import { FaultyLists } from './faulty-lists'
import { ImportLists } from './import-lists'
import { readWorkbook } from './read-workbook'

const USAGE = '用法：node server/dist/src/features/lists/import-lists.cli.js 名册.xlsx [--check]\n  --check  只检查，不写入\n'

/** For the operator: the first lists of an empty database, where no admin exists yet, and any later ones. */
async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const [file] = files
  if (file === undefined || files.length > 1 || args.some((arg) => arg.startsWith('--') && arg !== '--check')) {
    process.stderr.write(USAGE)
    return 2
  }
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) {
    process.stderr.write(`打不开文件 ${file}，请核对文件名\n`)
    return 2
  }
  return importFile(bytes, args.includes('--check'))
}

async function importFile(bytes: Buffer, isCheckOnly: boolean): Promise<number> {
  const database = await openDatabase(loadConfig(process.env).databaseUrl)
  try {
    const importLists = new ImportLists(database.unitOfWork, database.ids)
    const answer = await importLists.execute(null, { sheets: await readWorkbook(bytes), isCheckOnly })
    process.stdout.write(report(answer))
    return 0
  } catch (error) {
    if (!(error instanceof DomainError) || !isErrorCode(error.code)) throw error
    const faults = error instanceof FaultyLists ? error.faults.map((fault) => `  ${faultSentence(fault)}\n`) : []
    process.stderr.write(`${errorWords(error.code, error.details)}\n${faults.join('')}`)
    return 1
  } finally {
    await database.close()
  }
}

function report(answer: ImportListsAnswer): string {
  const { untouched } = answer
  const heading = answer.checkedOnly ? '检查过了，没有错；还没有写入。导入后会是：' : '导入好了：'
  const lines = [`${heading}新增 ${answer.added}，改动 ${answer.changed}，没变 ${answer.unchanged}`]
  if (answer.remarks.length > 0) lines.push(`请看一看（${answer.remarks.length} 处，不影响导入）：`)
  lines.push(...answer.remarks.map((remark) => `  ${faultSentence(remark)}`))
  if (untouched.count > 0) lines.push(`系统里有、表里没有的职务 ${untouched.count} 个，都没有动：`)
  lines.push(...untouched.posts.map((post) => `  ${post.personName} ${post.postName} ${post.unitName}（${post.fromOn} 起）`))
  return `${lines.join('\n')}\n`
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)

import { errorWords, isErrorCode } from '@huiying/shared/facts'
import { DomainError } from '@huiying/shared/kernel'
import type { ImportListsAnswer } from '@huiying/shared/lists'
import { faultSentence } from '@huiying/shared/tables'
import { readFile } from 'node:fs/promises'
import type { Database } from '../../platform/database/open-database'
import { FaultyLists } from '../../platform/workbook/faulty-lists'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { ImportLists } from './import-lists'

export interface Told {
  readonly exitCode: 0 | 1 | 2
  readonly words: string
}

const USAGE = '用法：node server/dist/src/features/lists/import-lists.cli.js 名册.xlsx [--check]\n  --check  只检查，不写入\n'

/**
 * The operator's door: the first lists of an empty database, where no admin exists yet, and any later ones. Exit code
 * 0: done; 1: the lists are at fault; 2: the command is.
 */
export async function importCommand(args: readonly string[], open: () => Promise<Database>): Promise<Told> {
  const [file, ...others] = args.filter((arg) => arg !== '--check')
  if (file === undefined || others.length > 0 || file.startsWith('--')) return { exitCode: 2, words: USAGE }
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return { exitCode: 2, words: `打不开文件 ${file}，请核对文件名\n` }
  const database = await open()
  try {
    return await importFile(bytes, args.includes('--check'), database)
  } finally {
    await database.close()
  }
}

async function importFile(bytes: Buffer, isCheckOnly: boolean, { unitOfWork, ids }: Database): Promise<Told> {
  try {
    const sheets = await readWorkbook(bytes)
    return { exitCode: 0, words: report(await new ImportLists(unitOfWork, ids).execute(null, { sheets, isCheckOnly })) }
  } catch (error) {
    if (!(error instanceof DomainError) || !isErrorCode(error.code)) throw error
    const faults = error instanceof FaultyLists ? error.faults.map((fault) => `  ${faultSentence(fault)}\n`) : []
    return { exitCode: 1, words: `${errorWords(error.code, error.details)}\n${faults.join('')}` }
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database'
import { importCommand } from './import-command'
import { SAMPLE_LISTS } from './sample-lists'
import { writeLists, type SheetTexts } from './write-workbook'

// Workbooks of thousands of cells, on machines with much else to do.
jest.setTimeout(30_000)

describe('the operator\'s command', () => {
  const dir = mkdtempSync(join(tmpdir(), 'huiying-import-'))
  let fresh: FreshDatabase
  beforeAll(async () => { fresh = await freshDatabase() })
  afterAll(async () => {
    await fresh.close()
    rmSync(dir, { recursive: true, force: true })
  })

  async function run(texts: SheetTexts, ...more: string[]) {
    const file = join(dir, '名册.xlsx')
    writeFileSync(file, await writeLists(texts))
    return importCommand([file, ...more], () => fresh.openAnother())
  }

  it('checks, then imports into an empty database, then finds nothing new', async () => {
    expect(await run(SAMPLE_LISTS, '--check')).toEqual({
      exitCode: 0, words: '检查过了，没有错；还没有写入。导入后会是：新增 50，改动 0，没变 0\n',
    })
    expect(await fresh.reads.query('SELECT id FROM units')).toEqual([])
    expect(await run(SAMPLE_LISTS)).toEqual({ exitCode: 0, words: '导入好了：新增 50，改动 0，没变 0\n' })
    expect(await run(SAMPLE_LISTS)).toEqual({ exitCode: 0, words: '导入好了：新增 0，改动 0，没变 50\n' })
  })

  it('tells what it left alone', async () => {
    const shorter = { ...SAMPLE_LISTS, 职务: (SAMPLE_LISTS['职务'] ?? []).filter((row) => row[0] !== 'G010') }
    expect(await run(shorter)).toEqual({ exitCode: 0, words: [
      '导入好了：新增 0，改动 0，没变 48',
      '系统里有、表里没有的职务 2 个，都没有动：',
      '  董文斌 包村干部 柳树湾村（2025-03-01 起）',
      '  董文斌 包村干部 桃园里社区（2025-03-01 起）',
      '',
    ].join('\n') })
  })

  it('names all faults, and what is wrong with the command itself', async () => {
    const faulty = { ...SAMPLE_LISTS, 人员: [...(SAMPLE_LISTS['人员'] ?? []), ['G013', '叶子', '138'], ['G013', '', '']] }
    expect(await run(faulty)).toEqual({ exitCode: 1, words: [
      '表格里有 3 处要改，改好再传；现在一行都没有存',
      '  人员 第 14 行 “电话”：138 不是 11 位手机号，请改成 11 位',
      '  人员 第 15 行 “姓名”：空着，请填上',
      '  人员 第 15 行 “编号”：和第 14 行重复，请改掉一个',
      '',
    ].join('\n') })
    const open = () => Promise.reject(new Error('must not be opened'))
    for (const args of [[], ['a.xlsx', 'b.xlsx'], ['--force'], ['a.xlsx', '--force']]) {
      expect(await importCommand(args, open)).toMatchObject({ exitCode: 2, words: expect.stringContaining('用法') })
    }
    expect(await importCommand(['/nowhere/a.xlsx'], open)).toEqual({ exitCode: 2, words: '打不开文件 /nowhere/a.xlsx，请核对文件名\n' })
  })
})

import { LIST_POST_NAMES, LIST_SHEETS, LIST_UNIT_KIND_NAMES, parseLists } from '@huiying/shared/lists'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceRoot } from '../../platform/config/workspace-root'
import { readWorkbook } from '../../platform/workbook/read-workbook'
import { SAMPLE_LISTS } from './sample-lists'
import { writeLists, writeTemplate } from './write-workbook'

// Workbooks of thousands of cells, on machines with much else to do.
jest.setTimeout(30_000)

const docs = join(workspaceRoot(), 'docs')
const kept = (name: string) => readWorkbook(readFileSync(join(docs, 'lists', name)))

/** Out of date: `node server/dist/src/features/lists/write-lists-docs.cli.js` writes them anew. */
describe('docs/lists', () => {
  it('hands out the template as it is now', async () => {
    expect(await kept('huiying-lists-template.xlsx')).toEqual(await readWorkbook(await writeTemplate()))
  })

  it('shows a sample that is current and sound', async () => {
    const sheets = await kept('huiying-lists-sample.xlsx')
    expect(sheets).toEqual(await readWorkbook(await writeLists(SAMPLE_LISTS)))
    expect(parseLists(sheets).faults).toEqual([])
  })

  it('explains every column and every word that may stand in one', () => {
    const words = readFileSync(join(docs, 'lists.md'), 'utf8')
    for (const sheet of LIST_SHEETS) {
      expect(words).toContain(`| ${sheet.name} | ${sheet.columns[0]?.heading} |`)
      for (const column of sheet.columns) expect(words).toContain(`| ${column.heading} | ${column.required ? '是' : ''}`)
    }
    for (const name of [...LIST_POST_NAMES, ...LIST_UNIT_KIND_NAMES]) expect(words).toContain(name)
  })
})

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workspaceRoot } from '../../platform/config/workspace-root'
import { SAMPLE_LISTS } from './sample-lists'
import { writeLists, writeTemplate } from './write-workbook'

/** Writes the two workbooks of `docs/lists` anew: `node server/dist/src/features/lists/write-lists-docs.cli.js`. */
async function main(): Promise<void> {
  const dir = join(workspaceRoot(), 'docs/lists')
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'huiying-lists-template.xlsx'), await writeTemplate())
  await writeFile(join(dir, 'huiying-lists-sample.xlsx'), await writeLists(SAMPLE_LISTS))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

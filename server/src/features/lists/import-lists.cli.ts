import { loadConfig } from '../../platform/config'
import { openDatabase } from '../../platform/database/open-database'
import { importCommand } from './import-command'

const open = () => openDatabase(loadConfig(process.env).databaseUrl)

importCommand(process.argv.slice(2), open).then(
  ({ exitCode, words }) => {
    process.exitCode = exitCode
    const stream = exitCode === 0 ? process.stdout : process.stderr
    stream.write(words)
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)

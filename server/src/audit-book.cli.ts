import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { auditBook, type AuditOptions } from './audit/audit-book'
import { keyIn } from './audit/read-export'

const USAGE = `用法：npm run audit-book -- 账本.jsonl [--head 旧账本头.note] [--key 签名钥匙] [--witness 见证钥匙]
`

/** Exit code 0: sound; 1: something is wrong; 2: the command is. */
async function main(): Promise<void> {
  const { positionals: [file], values } = parseArgs({
    allowPositionals: true,
    options: { head: { type: 'string' }, key: { type: 'string' }, witness: { type: 'string' } },
  })
  const signer = keyIn(values.key, 'log')
  const witness = keyIn(values.witness, 'witness')
  const isFaulty = (values.key !== undefined && signer === null) || (values.witness !== undefined && witness === null)
  if (file === undefined || isFaulty) throw new Error(USAGE)
  const options: AuditOptions = {
    ...(signer === null ? {} : { signer }),
    ...(witness === null ? {} : { witness }),
    ...(values.head === undefined ? {} : { olderHead: await readFile(values.head, 'utf8') }),
  }
  const { isSound, lines } = await auditBook(createReadStream(file, 'utf8') as AsyncIterable<string>, options)
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = isSound ? 0 : 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

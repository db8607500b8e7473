// Writes x.gz beside each text asset of the H5 build, so that the server compresses nothing while it serves.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/h5')
// Below this a packet is a packet and the header costs more than it saves.
const minBytes = 1_024

let written = 0
for (const name of readdirSync(root, { recursive: true })) {
  const file = path.join(root, String(name))
  if (!/\.(js|css|html|svg|json|txt)$/.test(file) || statSync(file).size < minBytes) continue
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
  written += 1
}
if (written === 0) throw new Error(`nothing to compress under ${root}`)
console.log(`precompressed ${written} files`)

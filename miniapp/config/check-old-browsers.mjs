// Fails when a build, `h5` or `weapp`, holds syntax that Chrome 67 (an Android 7 phone never updated) or iOS 12 cannot
// read. One `?.` from a package nobody transpiled leaves the whole screen white there, and no newer phone shows it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const type = process.argv[2] ?? 'h5'
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist', type)

const TOO_NEW = new Map([
  [ts.SyntaxKind.QuestionDotToken, '?.'],
  [ts.SyntaxKind.QuestionQuestionToken, '??'],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, '??='],
  [ts.SyntaxKind.BarBarEqualsToken, '||='],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
  [ts.SyntaxKind.BigIntLiteral, 'a bigint'],
  [ts.SyntaxKind.PrivateIdentifier, 'a #private name'],
  [ts.SyntaxKind.PropertyDeclaration, 'a class field'],
  [ts.SyntaxKind.ClassStaticBlockDeclaration, 'a static block'],
])

const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.js'))
if (files.length === 0) throw new Error(`nothing to check under ${root}`)
const faults = files.flatMap((name) => faultsIn(name, readFileSync(path.join(root, name), 'utf8')))
if (faults.length > 0) {
  console.error(`${type}: too new for Chrome 67, add the package to tooNewPackages in config/index.ts:\n${faults.join('\n')}`)
  process.exit(1)
}
console.log(`Chrome 67 reads all ${files.length} scripts of ${type}`)

function faultsIn(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS)
  const found = []
  const visit = (node) => {
    const word = TOO_NEW.get(node.kind)
    if (word !== undefined) found.push(`${name}: ${word} in …${text.slice(Math.max(0, node.pos - 40), node.pos + 40)}…`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

// Fails when the H5 build holds syntax that Chrome 67 (an Android 7 phone never updated) cannot read. One `?.` from a
// package that nobody transpiled leaves the whole screen white there, and no newer browser shows it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/h5/js')

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

const files = readdirSync(root).filter((name) => name.endsWith('.js'))
if (files.length === 0) throw new Error(`nothing to check under ${root}`)
const faults = files.flatMap((name) => faultsIn(name, readFileSync(path.join(root, name), 'utf8')))
if (faults.length > 0) {
  console.error(`too new for Chrome 67, add the package to tooNewPackages in config/index.ts:\n${faults.join('\n')}`)
  process.exit(1)
}
console.log(`Chrome 67 reads all ${files.length} scripts`)

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

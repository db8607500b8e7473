// `node lint.mjs tree|planted`: what eslint reports, as JSON on standard output.
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { plantedLint } from './planted-lint.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const typedRules = ['no-floating-promises', 'no-misused-promises', 'await-thenable', 'switch-exhaustiveness-check']

const report = process.argv[2] === 'planted' ? await lintPlanted() : await lintTree()
process.stdout.write(JSON.stringify(report))

async function lintTree() {
  const results = await new ESLint({ cwd: root }).lintFiles(['.'])
  return results.map(({ filePath, messages }) => ({ path: pathInTree(filePath), messages: messages.map(brief) }))
}

async function lintPlanted() {
  // A planted file is on no disk and so in no TypeScript project: rules that ask for types stay off,
  // except where a case is about them.
  const untyped = new ESLint({
    cwd: root,
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: false } },
      rules: Object.fromEntries(typedRules.map((name) => [`@typescript-eslint/${name}`, 'off'])),
    },
  })
  const typed = new ESLint({ cwd: root })
  const reports = []
  for (const { path, text, isTyped } of plantedLint) {
    const [result] = await (isTyped ? typed : untyped).lintText(`${text}\n`, { filePath: resolve(root, path) })
    reports.push(result ? result.messages.map(brief) : [{ rule: null, message: 'ignored', line: 0 }])
  }
  return reports
}

/** A message without a rule is a file that could not be read. */
function brief({ ruleId, message, line }) {
  return { rule: ruleId, message, line }
}

function pathInTree(filePath) {
  return relative(root, filePath).split('\\').join('/')
}

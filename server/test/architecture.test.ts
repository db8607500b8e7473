import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * The rules of the house that a machine can check: nobody in the tree breaks one, and each of them still bites.
 * A checker that read nothing would find nothing, so what it read is compared with what is there.
 */

const root = resolve(__dirname, '../..')
const timeoutMs = 240_000

interface Cruise {
  readonly rules: readonly string[]
  readonly modules: readonly { readonly source: string; readonly imports: number }[]
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[]
}
interface PlantedRoom {
  readonly path: string
  readonly rules: readonly string[]
}
interface Message {
  readonly rule: string | null
  readonly message: string
  readonly line: number
}
interface Linted {
  readonly path: string
  readonly messages: readonly Message[]
}
interface PlantedLint {
  readonly rule: string | null
  readonly path: string
  readonly text: string
}

describe('the rooms', () => {
  it('nobody enters a room that is closed to him', () => {
    const { violations } = look<Cruise>('cruise.mjs', 'tree')
    expect(violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([])
  }, timeoutMs)

  it('every source file was read, with every import in it', () => {
    const { modules } = look<Cruise>('cruise.mjs', 'tree')
    const files = ['shared/src', 'server/src', 'miniapp/src'].flatMap(sourcesUnder)
    expect(files.length).toBeGreaterThan(100)
    const importsOf = new Map(modules.map(({ source, imports }) => [source, imports]))
    expect(files.filter((file) => (importsOf.get(file) ?? 0) < importLinesIn(file))).toEqual([])
  }, timeoutMs)

  it('each rule bites on its planted violation and on nothing beside it', () => {
    const planted = plantedOf<PlantedRoom>('planted-rooms.mjs', 'plantedRooms')
    const { rules, violations } = look<Cruise>('cruise.mjs', 'planted')
    const found = violations.map(({ rule, from }) => `${rule}: ${from}`)
    const wanted = planted.flatMap(({ path, rules: broken }) => broken.map((rule) => `${rule}: ${path}`))
    expect([...new Set(found)].sort()).toEqual([...wanted].sort())
    expect(rules.filter((rule) => !planted.some(({ rules: broken }) => broken.includes(rule)))).toEqual([])
  }, timeoutMs)
})

describe('the lint', () => {
  it('finds nothing in the tree, and read every source file', () => {
    const linted = look<readonly Linted[]>('lint.mjs', 'tree')
    const faults = linted.flatMap(({ path, messages }) =>
      messages.map(({ rule, message, line }) => `${path}:${line} ${rule ?? 'unreadable'}: ${message}`),
    )
    expect(faults).toEqual([])
    const read = new Set(linted.map(({ path }) => path))
    const files = ['shared/src', 'server', 'miniapp/src', '.ci'].flatMap(sourcesUnder)
    expect(files.filter((file) => !read.has(file))).toEqual([])
  }, timeoutMs)

  it('each rule bites on its planted violation, and lets its home and its neighbours be', () => {
    const planted = plantedOf<PlantedLint>('planted-lint.mjs', 'plantedLint')
    const reports = look<readonly (readonly Message[])[]>('lint.mjs', 'planted')
    expect(reports).toHaveLength(planted.length)
    const actual = planted.map(({ path, text }, index) => ({ path, text, rules: rulesOf(reports[index]) }))
    expect(actual).toEqual(planted.map(({ path, text, rule }) => ({ path, text, rules: rule === null ? [] : [rule] })))
  }, timeoutMs)
})

/** The checkers are ESM, jest is not: each look is a process of its own, taken once. */
const looks = new Map<string, unknown>()
function look<Report>(script: string, what: 'tree' | 'planted'): Report {
  const key = `${script} ${what}`
  if (!looks.has(key)) {
    const out = execFileSync(process.execPath, [join(__dirname, 'architecture', script), what], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: timeoutMs,
    })
    looks.set(key, JSON.parse(out))
  }
  return looks.get(key) as Report
}

function plantedOf<Case>(file: string, name: string): readonly Case[] {
  const url = JSON.stringify(`file://${join(__dirname, 'architecture', file)}`)
  const script = `import(${url}).then((module) => process.stdout.write(JSON.stringify(module[${JSON.stringify(name)}])))`
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as readonly Case[]
}

function rulesOf(messages: readonly Message[] | undefined): readonly (string | null)[] {
  return [...new Set((messages ?? []).map(({ rule }) => rule))]
}

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return ['node_modules', 'dist', 'coverage', 'out'].includes(entry.name) ? [] : sourcesUnder(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

/** Found without any parser: the modules that lines beginning with import or export name. */
function importLinesIn(file: string): number {
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.matchAll(/^(?:import|export)\b[^'"`;]*?from '([^']+)'|^import '([^']+)'/gm)
  return new Set([...lines].map((match) => match[1] ?? match[2])).size
}

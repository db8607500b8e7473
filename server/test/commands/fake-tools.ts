/**
 * The text of the pretended tools. Each writes a line into the file `calls`; FAKE_INSTALL, FAKE_TSC, FAKE_JEST and
 * FAKE_EXIT tell them to go wrong.
 */

/** Installs a `tool` into every member, and a compiler and test runners that only pretend. */
export function fakeNpx(): string {
  return `${prelude("resolve(__dirname, '..')")}
const byForce = process.argv.includes('--force')
called(byForce ? 'install by force' : 'install')
if (process.env.FAKE_INSTALL === 'no network') { console.error('npm error code ENOTFOUND registry'); process.exit(1) }
fs.mkdirSync(path.join(ROOT, 'node_modules/.pnpm'), { recursive: true })
if (process.env.FAKE_INSTALL === 'hangs') { console.log('half way'); hang() } else {
  if (process.env.FAKE_INSTALL !== 'believes all is there' || byForce) {
    for (const member of ['.', 'shared', 'server', 'miniapp']) write(member + '/node_modules/tool/package.json', '{}')
  }
  write('node_modules/typescript/bin/tsc', ${JSON.stringify(fakeTsc())})
  for (const member of ['shared', 'server', 'miniapp']) write(member + '/node_modules/jest/bin/jest.js', ${JSON.stringify(fakeJest())})
}
`
}

/** Only knows `npm run --silent build:<type>`. */
export function fakeNpm(): string {
  return `${prelude("resolve(__dirname, '..')")}
const type = process.argv.at(-1).slice('build:'.length)
called(type)
write('miniapp/dist/' + type + '/index.html', 'page')
write('miniapp/dist/' + type + '/app.json', '{}')
`
}

function fakeTsc(): string {
  return `${prelude('resolve(process.cwd())')}
called('tsc')
if (process.env.FAKE_TSC === 'fails') { console.log('main.ts(1,1): error TS1'); process.exit(2) }
write('shared/dist/index.js', '')
if (process.env.FAKE_TSC === 'hangs') hang()
else write('server/dist/src/main.js', ${JSON.stringify(fakeServer())})
`
}

function fakeServer(): string {
  return `
const server = require('node:http').createServer((_, response) => response.end('here'))
let heard = 0
process.on('SIGINT', () => {
  heard += 1
  // A second one, were there one, comes at once.
  setTimeout(() => { console.log('SIGINT heard ' + heard + ' times'); process.exit(Number(process.env.FAKE_EXIT || 0)) }, 200)
})
process.on('disconnect', () => process.exit(0))
server.listen(Number(process.env.PORT), process.env.HOST, () => console.log('serving ' + process.env.DATA_DIR))
`
}

/** FAKE_JEST holds, by folder, what the suite's result file says; 'nothing' writes none. */
function fakeJest(): string {
  return `${prelude("resolve(__dirname, '../../../..')")}
const after = (option) => process.argv[process.argv.indexOf(option) + 1]
const suite = path.relative(ROOT, path.dirname(after('--config')))
called('jest ' + suite)
const plan = JSON.parse(process.env.FAKE_JEST)[suite] || { passed: 1, failed: 0 }
if (plan === 'nothing') process.exit(134)
fs.writeFileSync(after('--outputFile'), JSON.stringify({
  numPassedTests: plan.passed, numFailedTests: plan.failed, numRuntimeErrorTestSuites: plan.unloadable || 0,
  testResults: [{ assertionResults: (plan.skipped || []).map((fullName) => ({ status: 'pending', fullName })) }],
}))
process.exit(plan.code ?? (plan.failed || plan.unloadable ? 1 : 0))
`
}

function prelude(root: string): string {
  return `
const fs = require('node:fs'), path = require('node:path')
const ROOT = path.${root}
// Until whoever called is gone: a killed test leaves nothing running.
const hang = () => { const caller = process.ppid; setInterval(() => process.ppid === caller || process.exit(), 100) }
const called = (what) => fs.appendFileSync(path.join(ROOT, 'calls'), what + '\\n')
const write = (file, text) => {
  fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true })
  fs.writeFileSync(path.join(ROOT, file), text)
}
`
}

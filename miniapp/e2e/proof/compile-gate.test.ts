import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writePlantedApp } from './planted-app'

const GATE = path.join(__dirname, '..', 'weapp', 'compile-gate.mjs')

describe('the compile gate', () => {
  let folder: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiying-gate-'))
    writePlantedApp(folder)
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  const judge = () => spawnSync(process.execPath, [GATE, folder], { encoding: 'utf8' })

  it('lets a sound build pass and says what it read', () => {
    const { status, stdout, stderr } = judge()
    expect(stderr).toBe('')
    expect(stdout).toContain('3 wxml, 0 wxs, 1 wxss: no error')
    expect(status).toBe(0)
  })

  it.each([
    ['pages/home/home.wxml', '<view><text></view>', 'home.wxml'],
    ['app.wxss', '.a { color: red', 'app.wxss'],
    ['app.wxss', '@import "nowhere.wxss";', 'nowhere.wxss'],
  ])('refuses a broken %s', (name, text, expected) => {
    fs.writeFileSync(path.join(folder, name), text)
    const { status, stderr } = judge()
    expect(stderr).toContain(expected)
    expect(status).toBe(1)
  })

  it('refuses an empty folder', () => {
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true })
    expect(judge()).toMatchObject({ status: 1, stderr: expect.stringContaining('no WeChat build') })
  })
})

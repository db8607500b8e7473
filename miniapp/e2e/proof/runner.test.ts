import fs from 'node:fs'
import http from 'node:http'
import { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buildSite } from '../weapp/build/build-site'
import { type Phone } from '../support/phone'
import { describeWithChromium } from '../support/on-both-builds'
import { openStage, type Stage } from '../support/stage'
import { writePlantedApp } from './planted-app'

// The runner is a judge; here it is judged: what it must play, and what it must not let pass.
describeWithChromium('the WeChat runner', () => {
  let folder: string
  let stage: Stage
  let server: http.Server
  let phone: Phone
  const uploads: string[] = []

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huiying-planted-'))
    writePlantedApp(path.join(folder, 'dist'))
    await buildSite({ distDir: path.join(folder, 'dist'), outDir: path.join(folder, 'site') })
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        uploads.push(Buffer.concat(chunks).toString('latin1'))
        const isRefused = request.url === '/refuse'
        response.writeHead(isRefused ? 409 : 200, { 'content-type': 'application/json' })
        response.end(isRefused ? '{"code":"planted"}' : '{}')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    stage = await openStage({
      build: 'weapp',
      serverUrl,
      siteDir: path.join(folder, 'site'),
      origins: { 'http://app.example': serverUrl },
    })
  })
  beforeEach(async () => {
    phone = await stage.phone('planter', { settings: { loginCode: 'mine', location: null, subscribe: { A: 'accept', B: 'reject' } } })
    await phone.open('/pages/home/home')
    // The page comes to rest: what is tapped before that counts as its opening.
    await phone.page.waitForTimeout(100)
  })
  afterEach(() => stage.clear())
  afterAll(async () => {
    await stage.close()
    server.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  const told = (text: string) => phone.see(`说：${text}`)
  const faultsAfter = async (button: string): Promise<string> => {
    await phone.tap(button)
    await phone.page.waitForTimeout(300)
    return (await phone.faults()).join('\n')
  }

  it.each([
    ['unknownApi', 'unknown wx API: startBeaconDiscovery'],
    ['madeUpApi', 'unknown wx API: noSuchThing'],
    ['consoleError', 'console error: planted'],
    ['pageError', 'planted'],
    ['rejection', 'planted'],
    ['largeSetData', 'setData budget: the act "1. tap largeSetData"'],
    ['missingComponent', 'no component <map>'],
    ['duplicateKeys', 'framework warning'],
    ['closedPackage', 'subpackage that is not loaded'],
  ])('catches %s', async (button, expected) => {
    expect(await phone.faults()).toEqual([])
    expect(await faultsAfter(button)).toContain(expected)
  })

  it('catches a page whose first content is too large', async () => {
    await phone.open('/pages/other/other')
    expect((await phone.faults()).join()).toContain('setData budget: opening "pages/other/other" by "launch 2"')
  })

  it('lets a fault pass that the story expects, and no other', async () => {
    phone.expectFault(/unknown wx API: noSuchThing|is not played by the runner/)
    expect(await faultsAfter('madeUpApi')).toBe('')
    expect(await faultsAfter('consoleError')).toContain('planted')
  })

  it('counts an act within its budget', async () => {
    expect(await faultsAfter('smallSetData')).toBe('')
    expect((await phone.setData()).some(({ action, bytes }) => action === '1. tap smallSetData' && bytes > 15_000)).toBe(true)
  })

  it('hides the browser from the code', async () => {
    await phone.tap('browserGlobals')
    await told('undefined undefined undefined undefined')
    await phone.tap('evaluate')
    await told('new Function() does not exist in a mini-program')
  })

  it('answers as the test sets it', async () => {
    await phone.tap('login')
    await told('mine')
    await phone.tap('subscribe')
    await told('accept reject')
    await phone.tap('lateSubscribe')
    await told('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
    await phone.tap('locate')
    await told('chooseLocation:fail cancel')
    await phone.configure({ location: { name: '村口', address: '村口一号', latitude: 30, longitude: 114 }, phoneCode: null })
    await phone.tap('locate')
    await told('村口')
    await phone.tap('手机号')
    await told('getPhoneNumber:fail user deny')
    await phone.tap('call')
    expect(await phone.dialled()).toEqual(['12345'])
    expect(await phone.faults()).toEqual([])
  })

  it('shows dialogs, fields, pickers, switches', async () => {
    await phone.tap('ask')
    await phone.see('真的吗')
    await phone.tap('取消')
    await told('算了')
    await phone.tap('pick')
    await phone.tap('乙')
    await told('第1')
    await phone.fill('电话', '138')
    await phone.see('写了3字')
    await phone.pick('种类', '求助')
    await phone.see('求助')
    await phone.tap('大字', { nth: 0 })
    await phone.see('同意')
    await phone.hold('按住说话', 500)
    await told('long')
    expect(await phone.faults()).toEqual([])
  })

  it('taps the one meant, and never any of several', async () => {
    await phone.tap('找他', { beside: '李主任' })
    await told('李')
    await phone.tap('找他', { nth: 0 })
    await told('王')
    await expect(phone.tap('找他', { timeoutMs: 300 })).rejects.toThrow('which of 2 things is called "找他"')
    await expect(phone.tap('没有', { timeoutMs: 300 })).rejects.toThrow('planter finds nothing called "没有" on\n')
    await expect(phone.see('没有', { timeoutMs: 300 })).rejects.toThrow('planter does not see "没有" on\n')
  })

  it('keeps storage and settings over a relaunch', async () => {
    await phone.configure({ loginCode: 'later' })
    await phone.tap('keep')
    await phone.relaunch()
    await phone.tap('recall')
    await told('{"n":1}')
    await phone.tap('login')
    await told('later')
  })

  it('speaks real HTTP, and only to known domains', async () => {
    await phone.tap('ask409')
    await told('409 planted')
    await phone.tap('refused')
    await told('request:fail url not in domain list: https://elsewhere.example')
    await phone.setOffline(true)
    await phone.tap('network')
    await told('none')
    await phone.tap('refused')
    await told('request:fail errcode:-2 net::ERR_FAILED')
    expect(await phone.faults()).toEqual([])
  })

  it('uploads a chosen photo and a recording that plays', async () => {
    const file = await phone.screenshot('planted')
    await phone.chooseFile('photo', file)
    await told('200 {}')
    expect(uploads.at(-1)).toMatch(/name="kind"[^]*name="file"; filename="tmp_\w+\.png"[^]*PNG/)
    await phone.tap('save')
    await told('saved')
    await phone.relaunch()
    await phone.tap('showSaved')
    await told('200 {}')
    expect(uploads.at(-1)).toMatch(/filename="store_\w+\.png"[^]*PNG/)
    await phone.tap('record')
    await phone.page.waitForTimeout(800)
    expect(uploads.at(-1)).toMatch(/filename="tmp_\w+\.mp3"[^]*audio\/mpeg/)
    await phone.tap('play')
    await told('playing')
    expect(await phone.faults()).toEqual([])
  })

  it('gives a canvas to draw on, and tells where on it a finger is', async () => {
    await phone.tap('paper')
    await told('纸 200×100')
    await phone.draw('画', [[[10, 20], [50, 60]]])
    await told('点在 100 60')
    const ink = await phone.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('wx-canvas canvas')
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return Array.from(data).filter((value, index) => index % 4 === 3 && value > 0).length
    })
    expect(ink).toBeGreaterThan(100)
    expect(await phone.faults()).toEqual([])
  })

  it('has a key behind a finger only where the test says so, and lets its owner decline', async () => {
    await phone.tap('finger')
    await told('90001 startSoterAuthentication:fail not support soter')
    await phone.configure({ soter: 'declines' })
    await phone.tap('finger')
    await told('90008 startSoterAuthentication:fail cancel')
    expect(await phone.faults()).toEqual([])
  })

  it('keeps a page stack no deeper than ten, and opens subpackages', async () => {
    for (let depth = 2; depth <= 10; depth += 1) {
      await phone.tap('deeper')
      await phone.see(`深${depth}。`)
    }
    await phone.tap('deeper')
    await phone.see('navigateTo:fail webview count limit exceed')
    await phone.back()
    await phone.see('深9。')
    await phone.tap('far')
    await phone.see('远：%E7%8E%8B')
    await phone.back()
    await phone.see('深9。')
    await phone.tap('分享')
    expect(await phone.calls('share')).toEqual([{ title: '来看看', path: '/pages/home/home', from: 'button' }])
    expect(await phone.share()).toMatchObject({ title: '来看看', from: 'menu' })
    await phone.pullDown()
    await told('pulled')
    expect(await phone.faults()).toEqual([])
  })
})

import type { StatementsAnswer } from '@huiying/shared/ledger'
import { parseHex, shortFingerprint } from '@huiying/shared/proof'
import { writeFileSync } from 'node:fs'
import { BOOK, BOOK_ID } from '../../../../test/support/book-in-test'
import { settleFilledBook, settleHead } from '../../../../test/support/filled-book'
import { readPdf } from '../../../../test/support/read-pdf'
import { scanned } from '../../../../test/support/scan-code'
import { startTestApp, type TestApp } from '../../../../test/support/test-app'
import { readWorkbook } from '../../../platform/workbook/read-workbook'

describe('a book on paper', () => {
  let server: TestApp
  beforeEach(async () => {
    server = await startTestApp({ PUBLIC_URL: 'https://huiying.example.cn/' })
    await settleFilledBook(server.db.database)
  })
  afterEach(() => server.stop())

  const get = async (path: string, openId = 'open-wang') => {
    const headers = { authorization: `Bearer ${await server.signIn(openId)}` }
    const answer = await server.app.nest.inject({ method: 'GET', url: `/api/books/${BOOK_ID}/${path}`, headers })
    const { statusCode: status, headers: sent, rawPayload: bytes } = answer
    // To be looked at with one's own eyes.
    const folder = process.env['KEEP_PAPERS']
    if (folder !== undefined && status === 200) writeFileSync(`${folder}/${path.replace(/\W+/g, '-')}.bin`, bytes)
    return { status, bytes, disposition: decodeURIComponent(String(sent['content-disposition'])) }
  }

  test('the three statements, each adding up, for residents and superiors and nobody else', async () => {
    const { bytes } = await get('statements?month=2026-09')
    const { month, statements } = JSON.parse(bytes.toString()) as StatementsAnswer
    expect(month).toBe('2026-09')
    expect(statements.map(({ title, columns }) => [title, ...columns])).toEqual([
      ['收支明细表', '本月数', '本年累计数'], ['收益及收益分配表', '本年金额', '上年金额'], ['资产负债表', '期末余额', '年初余额'],
    ])
    const of = (index: number, key: string) => statements[index]?.rows.find((row) => row.key === key)?.amountsFen
    // What was spent wrongly in August and again in September stands once.
    expect(of(0, '51403')).toEqual([-46_000, 0])
    expect(of(0, '51404')).toEqual([46_000, 46_000])
    expect(of(1, 'netResult')?.[0]).toBe(1_300_000 - 128_000 - 46_000 - 9_000)
    expect(of(2, 'assets')).toEqual(of(2, 'liabilitiesAndEquity'))
    expect((await get('statements', 'open-sun')).status).toBe(200)
    for (const who of ['open-qian', 'open-tang']) expect((await get('statements', who)).status).toBe(404)
  })

  test('as .xlsx: a sheet for each, amounts as numbers to the fen, who made it, of which day, who signs', async () => {
    const { bytes, disposition } = await get('statements/workbook?month=2026-08')
    expect(disposition).toContain(`${BOOK.name}2026年8月报表.xlsx`)
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['收支明细表', '收益及收益分配表', '资产负债表'])
    const [income] = sheets
    expect(income?.rows.slice(0, 3)).toEqual([
      ['收支明细表', null, null, null], [`编制单位：${BOOK.name}`, null, '2026年8月31日', '单位：元'], ['项目', '行次', '本月数', '本年累计数'],
    ])
    expect(income?.rows.find(([label]) => String(label).trim() === '经营收入')).toEqual(['经营收入', 1, 13_000, 13_000])
    expect(income?.rows.at(-1)?.join()).toMatch(/单位负责人（签章）：.*会计（签章）：.*制表人（签章）：/)
  })

  test('as a PDF: a page for each, with the same figures', async () => {
    const { bytes, disposition } = await get('statements/sheet?month=2026-08')
    expect(disposition).toContain(`${BOOK.name}2026年8月报表.pdf`)
    const [first, , third] = [readPdf(bytes), readPdf(bytes, 1), readPdf(bytes, 2)]
    expect(first).toMatchObject({ pages: 3, title: `${BOOK.name} 2026年8月 会计报表` })
    expect(first.texts).toEqual(expect.arrayContaining([
      '收支明细表', `编制单位：${BOOK.name}`, '2026年8月31日', '单位：元', '13,000.00', '本年累计数', '制表人（签章）：',
    ]))
    expect(third.texts).toEqual(expect.arrayContaining(['资产负债表', '资产', '负债和所有者权益', '货币资金', '未分配收益']))
    expect(third.texts.join('')).toMatch(/资产总计.*负债和所有者权益总计/)
  })

  test.each(['A3', 'A4'])('the sheet for the wall on %s: what is left, in and out, entries, notice, capitals, and a code that leads back', async (size) => {
    const { size: count, root } = await settleHead(server.db.database, BOOK_ID)
    const { bytes, disposition } = await get(`wall?month=2026-08&size=${size}`)
    expect(disposition).toContain(`柳树村2026年8月收支-${size}.pdf`)
    const page = readPdf(bytes)
    expect(page).toMatchObject({ pages: 1, size: size === 'A3' ? { width: 841.89, height: 1190.55 } : { width: 595.28, height: 841.89 } })
    expect(page.texts).toEqual(expect.arrayContaining([
      BOOK.name, '2026年8月 的账', '公示到 9月21日 24:00', '8月底，村里一共有', '¥392,460.00', '¥13,000.00', '¥1,740.00',
      '水利和下水道', '¥1,280.00', '租金承包费', '8月5日，修三组下水道，付给青溪管道店 ¥1,280.00',
      '8月9日，清扫保洁，付给马连英 ¥460.00。9月已更正（9月第1号）', '到期没交的租金：¥2,000.00',
      shortFingerprint(parseHex(root) ?? new Uint8Array()),
    ]))
    expect(page.texts.join('')).toContain('共 12.35 亩')
    expect(page.texts.join('')).not.toMatch(/草|另有|[\ufffd□]/)
    expect(scanned(page.bars)).toBe(
      `https://huiying.example.cn/#/packages/ledger/check/index?book=${BOOK_ID}&size=${count}&fp=${root}`,
    )
  })

  test('without a signed head it says so and invents nothing', async () => {
    const { bytes } = await get('wall?month=2026-08')
    const page = readPdf(bytes)
    expect(page.texts).toContain('指纹还没有签好，请过几分钟再印')
    expect(page.texts.join(' ')).not.toMatch(/\d{4}-\d{4}-\d{4}/)
    expect(scanned(page.bars)).toBe(`https://huiying.example.cn/#/packages/ledger/check/index?book=${BOOK_ID}`)
  })

  test('a month that still runs is marked as a draft; a wrong size is refused, a stranger finds nothing', async () => {
    const { bytes, disposition } = await get('wall?month=2026-09')
    expect(disposition).toContain('柳树村2026年9月收支草稿-A3.pdf')
    expect(readPdf(bytes).texts).toEqual(expect.arrayContaining(['草　稿', '还没有结账，数字还会变']))
    expect((await get('wall?size=A5')).status).toBe(422)
    expect((await get('wall', 'open-qian')).status).toBe(404)
  })
})

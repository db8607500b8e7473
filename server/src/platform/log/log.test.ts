import { Writable } from 'node:stream'
import { causeOf } from './cause-of'
import { lineForPeople } from './line-for-people'
import { createLog } from './log'
import { nestLog } from './nest-log'

function paper(): { readonly out: Writable; readonly text: () => string } {
  const lines: string[] = []
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString('utf8'))
      done()
    },
  })
  return { out, text: () => lines.join('') }
}

describe('the log', () => {
  test('JSON lines with the level by its name, and no machine or process', () => {
    const { out, text } = paper()
    createLog({ isDemo: false, logLevel: 'info' }, out).info({ route: 'GET /api/me', status: 200 }, 'request')
    const { time, ...rest } = JSON.parse(text()) as Record<string, unknown>
    expect(rest).toEqual({ level: 'info', route: 'GET /api/me', status: 200, msg: 'request' })
    expect(typeof time).toBe('number')
  })

  test('one short line for people, by the clock in China wherever the machine stands', () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/New_York'
    const at = Date.parse('2026-09-14T09:05:07+08:00')
    const line = lineForPeople(JSON.stringify({ level: 'warn', time: at, requestId: 'x', status: 503, msg: 'request' }))
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(line).toBe('09:05:07 warn  request status=503\n')
  })

  test("an error's place, and its words only where nobody's words can be in them", () => {
    const ours = causeOf(new Error('no migrations in folder'))
    expect(ours.stack).toMatch(/^Error: no migrations in folder\n\s+at .*log\.test/)
    for (const risky of [new SyntaxError('Unexpected token 王'), Object.assign(new Error('王'), { sql: 'INSERT' })]) {
      expect(causeOf(risky).stack).not.toContain('王')
      expect(causeOf(risky).stack).toContain('log.test')
    }
    expect(causeOf('王')).toEqual({ name: 'string', stack: '' })
  })

  test("Nest's warnings and errors are kept, its talk is not", () => {
    const { out, text } = paper()
    const nest = nestLog(createLog({ isDemo: false, logLevel: 'debug' }, out))
    nest.log('Mapped {/api/me, GET} route', 'RouterExplorer')
    nest.error(new Error('broken'), 'stack', 'Context')
    expect(JSON.parse(text())).toMatchObject({ level: 'error', context: 'Context', msg: 'broken' })
  })
})

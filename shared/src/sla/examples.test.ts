import { NATIONAL_YEARS } from '../calendar'
import { formatDateTime, HOUR_MS, MINUTE_MS } from '../kernel'
import { promiseExamples } from './examples'
import { DEFAULT_SLA_TERMS, keptTerms, type SlaTerms } from './policy'
import { promisedAt, promiseViewOf } from './promised'

const NOW = Date.parse('2026-11-22T15:00:00+08:00')
const SERVICE: SlaTerms = {
  ...DEFAULT_SLA_TERMS, serviceHours: { kinds: ['question', 'suggestion'], opensAtMinute: 540, closesAtMinute: 1_080 },
}

describe('what a change would do', () => {
  it('is told by cases from its first day on, kinds that fare alike together', () => {
    const groups = promiseExamples(DEFAULT_SLA_TERMS, SERVICE, NATIONAL_YEARS, '2026-11-23')
    expect(groups.map(({ kinds }) => kinds)).toEqual([['help', 'complaint'], ['question', 'suggestion']])
    const told = groups[1]?.examples.map(({ saidAt, before, after }) =>
      [saidAt, before.responseDueAt, after.responseDueAt, after.closureDueAt].map(formatDateTime))
    expect(told).toEqual([
      ['11月23日 周一 上午10:00', '11月23日 周一 上午11:00', '11月23日 周一 上午11:00', '11月25日 周三 下午4:00'],
      ['11月23日 周一 晚上8:00', '11月23日 周一 晚上9:00', '11月24日 周二 上午10:00', '11月26日 周四 下午3:00'],
      ['11月27日 周五 下午5:30', '11月27日 周五 晚上6:30', '11月30日 周一 上午9:30', '12月2日 周三 下午2:30'],
      ['11月28日 周六 上午10:00', '11月28日 周六 上午11:00', '11月30日 周一 上午10:00', '12月2日 周三 下午3:00'],
    ])
    expect(groups[0]?.examples.every(({ before, after }) => before.responseDueAt === after.responseDueAt)).toBe(true)
  })

  it('has the eve of the next public holiday where one is known', () => {
    const [, service] = promiseExamples(DEFAULT_SLA_TERMS, SERVICE, NATIONAL_YEARS, '2026-09-14')
    const eve = service?.examples.find(({ saidAt }) => formatDateTime(saidAt).startsWith('9月24日'))
    expect(eve && formatDateTime(eve.after.responseDueAt)).toBe('9月28日 周一 上午9:30')
  })

  it('has one group where nothing goes by service hours', () => {
    const faster = { ...DEFAULT_SLA_TERMS, responseMs: 30 * MINUTE_MS, reminderMs: 10 * MINUTE_MS }
    expect(promiseExamples(DEFAULT_SLA_TERMS, faster, NATIONAL_YEARS, '2026-11-23').map(({ kinds }) => kinds)).toEqual([
      ['help', 'question', 'complaint', 'suggestion'],
    ])
  })
})

describe('the hour a resident is told before he sends', () => {
  it.each(['help', 'question', 'complaint', 'suggestion'])('is the one he is held to: %s', (kind) => {
    for (const at of [NOW, Date.parse('2026-11-27T17:30:00+08:00'), Date.parse('2026-12-31T17:45:00+08:00')]) {
      const told = promisedAt(promiseViewOf(SERVICE, NATIONAL_YEARS, at), kind, at)
      const { openHours } = keptTerms(SERVICE, kind, NATIONAL_YEARS, at)
      expect(openHours === undefined).toBe(kind === 'help' || kind === 'complaint')
      if (openHours === undefined) expect(told).toBe(at + HOUR_MS)
      else expect(told).toBeGreaterThan(at + HOUR_MS)
    }
  })
})

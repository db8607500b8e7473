import { getMetadataStorage, IsIn, IsOptional, IsString, MaxLength, validateSync, ValidateNested } from 'class-validator'
import { gatherRulesOnce } from './gather-rules-once'

class Spoken {
  @IsString() @MaxLength(5)
  text!: string
}

class Sent extends Spoken {
  @IsOptional() @IsIn(['help', 'praise'])
  kind?: string

  @IsOptional() @ValidateNested()
  inner?: Spoken
}

const a = <T extends object>(body: T, values: object): T => Object.assign(body, values)
const faults = (body: object): readonly string[] =>
  validateSync(body, { whitelist: true, forbidNonWhitelisted: true }).map(({ property }) => property).sort()

describe('rules of bodies, gathered once', () => {
  // Before anything is remembered: jest gives each file a storage of its own.
  const gathered = jest.spyOn(getMetadataStorage(), 'getTargetValidationMetadatas')
  const gatheredOf = (asked: object): number => gathered.mock.calls.filter(([target]) => target === asked).length

  const bodies = (): readonly object[] => [
    a(new Sent(), { text: 'ok', kind: 'help' }), a(new Sent(), { text: 'too long', kind: 'other' }), a(new Sent(), {}),
    a(new Sent(), { text: 'ok', more: 1 }), a(new Sent(), { text: 'ok', inner: a(new Spoken(), { text: 'too long' }) }),
    a(new Spoken(), { text: 'ok', kind: 'help' }), a(new Spoken(), { text: 'ok' }),
  ]

  test('say of every body what they said before, of a class and of the one it comes from, as often as asked', () => {
    const before = bodies().map(faults)
    expect(before).toEqual([[], ['kind', 'text'], ['text'], ['more'], ['inner'], ['kind'], []])
    gatherRulesOnce()
    gatherRulesOnce()
    expect(bodies().map(faults)).toEqual(before)
    expect(bodies().map(faults)).toEqual(before)
  })

  test('are gathered by the library once for a class, however many bodies come', () => {
    gatherRulesOnce()
    class Within {
      @IsString()
      name!: string
    }
    class Often extends Within {
      @IsOptional() @ValidateNested({ each: true })
      parts?: readonly Within[]
    }
    for (const name of ['n', 'm', 'o']) {
      expect(faults(a(new Often(), { name, parts: [a(new Within(), { name })] }))).toEqual([])
    }
    expect([gatheredOf(Often), gatheredOf(Within)]).toEqual([1, 1])
  })

  test('of a class that was not there yet are found, too', () => {
    gatherRulesOnce()
    class Late {
      @IsString()
      name!: string
    }
    expect([faults(a(new Late(), { name: 1 })), faults(a(new Late(), { name: 'n' }))]).toEqual([['name'], []])
  })
})

import { View } from '@tarojs/components'
import { isYearKnown, type WorkCalendar } from '@huiying/shared/calendar'
import { addDays, formatDateTime, type CalendarDate } from '@huiying/shared/kernel'
import { promiseExamples, type ExampleGroup, type PromiseExample, type SlaTerms } from '@huiying/shared/sla'
import { Card } from '@/ui/card'
import styles from './promise.module.scss'
import { changedSentences, dayWords, dueWords, kindsWords } from './words'

export interface PreviewProps {
  readonly before: SlaTerms
  readonly after: SlaTerms
  /** From that day on something else is planned already; `null`: nothing. */
  readonly until: CalendarDate | null
  readonly calendar: WorkCalendar
  readonly firstOn: CalendarDate
  readonly today: CalendarDate
}

/** What the change does, told by cases; what is under way it leaves alone. */
export function Preview({ before, after, until, calendar, firstOn, today }: PreviewProps) {
  const changes = changedSentences(before, after)
  if (changes.length === 0) {
    return (
      <Card title='改了会怎样'>
        <View className={styles.small}>还没有改什么。改一处，这里就写出来。</View>
      </Card>
    )
  }
  const groups = promiseExamples(before, after, calendar, firstOn)
  const soon = addDays(firstOn, 60)
  const isUnknown = after.serviceHours !== undefined && !isYearKnown(calendar, soon)
  return (
    <Card title='改了会怎样'>
      <View className={styles.sentence}>{`${dayWords(firstOn, today)}起说的事按新的；以前说的，还按它说的那天的规矩，一件也不变。`}</View>
      {until !== null && (
        <View className={styles.warning}>{`只管到${dayWords(until, today)}：那天起另有一次已经定好的。不要那次，就先回去点“这次不改了”。`}</View>
      )}
      {changes.map(([was, is]) => (
        <View key={is} className={styles.change}>
          <View className={styles.was}>{`原来：${was}`}</View>
          <View>{`改成：${is}`}</View>
        </View>
      ))}
      {groups.map((group) => <Group key={group.kinds.join()} group={group} />)}
      {isUnknown && (
        <View className={styles.warning}>{`${soon.slice(0, 4)} 年的放假安排还没有录入。录入以前，那一年按全天算。`}</View>
      )}
    </Card>
  )
}

function Group({ group: { kinds, examples } }: { readonly group: ExampleGroup }) {
  const changed = examples.filter(isChanged)
  return (
    <View className={styles.group}>
      <View className={styles.groupTitle}>{kindsWords(kinds)}</View>
      {changed.length === 0 && <View className={styles.small}>时间不变。</View>}
      {changed.map((example) => <Example key={example.saidAt} example={example} />)}
    </View>
  )
}

function Example({ example: { saidAt, before, after } }: { readonly example: PromiseExample }) {
  const lines = [
    ['回', before.responseDueAt, after.responseDueAt],
    ['办完', before.closureDueAt, after.closureDueAt],
  ] as const
  return (
    <View className={styles.example}>
      <View className={styles.said}>{`${formatDateTime(saidAt)} 说的`}</View>
      {lines.map(([what, was, is]) => (
        <View key={what} className={styles.dues}>
          {was === is ? (
            <View className={styles.small}>{`${dueWords(is, saidAt)} 前${what}，不变`}</View>
          ) : (
            <>
              <View className={styles.was}>{`${dueWords(was, saidAt)} 前${what}`}</View>
              <View className={styles.is}>{`→ ${dueWords(is, saidAt)} 前${what}`}</View>
            </>
          )}
        </View>
      ))}
    </View>
  )
}

function isChanged({ before, after }: PromiseExample): boolean {
  return before.responseDueAt !== after.responseDueAt || before.closureDueAt !== after.closureDueAt
}

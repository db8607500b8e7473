import { useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import { DEFAULT_SLA_TERMS, type PolicyView, type PromiseAnswer, type SlaTerms } from '@huiying/shared/sla'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Preview } from './preview'
import { PromiseForm } from './promise-form'
import styles from './promise.module.scss'
import { changedSentences, firstDays } from './words'

export interface PromiseEditorProps {
  readonly answer: PromiseAnswer
  readonly fault: string | null
  readonly isBusy: boolean
  readonly onStore: (firstOn: string, terms: SlaTerms) => void
  readonly onLeave: () => void
}

/** What is to hold on one side, what that does on the other: both before the eyes before anything is stored. */
export function PromiseEditor({ answer, fault, isBusy, onStore, onLeave }: PromiseEditorProps) {
  const today = chinaDateOf(answer.now)
  const [firstOn, setFirstOn] = useState(firstDays(today)[0] ?? today)
  const before = heldOn(answer, firstOn).terms
  const [terms, setTerms] = useState<SlaTerms>(before)
  const begin = (on: string) => {
    setTerms(rebased(terms, before, heldOn(answer, on).terms))
    setFirstOn(on)
  }
  return (
    <View className={styles.columns}>
      <View className={styles.column}>
        <PromiseForm terms={terms} firstOn={firstOn} today={today} onTerms={setTerms} onFirstOn={begin} />
      </View>
      <View className={styles.column}>
        <View className={styles.stays}>
          <View className={styles.seen}>
            <Preview
              before={before}
              after={terms}
              until={answer.planned.find((one) => one.firstOn > firstOn)?.firstOn ?? null}
              calendar={answer.calendar}
              firstOn={firstOn}
              today={today}
            />
          </View>
          <Fault words={fault} />
          <View className={styles.act}>
            <Button
              look='primary'
              isMain
              isBusy={isBusy}
              isDisabled={changedSentences(before, terms).length === 0}
              onPress={() => onStore(firstOn, terms)}
            >
              就这样定
            </Button>
          </View>
          <View className={styles.others}>
            <View className={styles.other}>
              <Button onPress={() => setTerms(DEFAULT_SLA_TERMS)}>改回统一的规矩</Button>
            </View>
            <View className={styles.other}><Button onPress={onLeave}>不改了</Button></View>
          </View>
        </View>
      </View>
    </View>
  )
}

/** What would hold on that day if nothing were changed: a plan may have begun by then. */
function heldOn({ inForce, planned }: PromiseAnswer, on: string): PolicyView {
  return planned.filter(({ firstOn }) => firstOn <= on).at(-1) ?? inForce
}

/** What he has changed stays; what he has left alone is as it would be on the other day. */
function rebased(terms: SlaTerms, from: SlaTerms, to: SlaTerms): SlaTerms {
  const keys = Object.keys({ ...from, ...to }) as (keyof SlaTerms)[]
  const untouched = keys.filter((key) => isSame(terms[key], from[key]))
  const kept = Object.entries(terms).filter(([key]) => !untouched.some((one) => one === key))
  const followed = Object.entries(to).filter(([key]) => untouched.some((one) => one === key))
  return Object.fromEntries([...followed, ...kept]) as unknown as SlaTerms
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

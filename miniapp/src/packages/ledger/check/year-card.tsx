import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import { voucherName } from '@huiying/shared/ledger'
import { fetchYearRange } from '@/features/ledger/api'
import { checkSource } from '@/features/ledger/check-source'
import { yearVerdictOf } from '@/features/ledger/check-words'
import { checkYear, type YearVerdict } from '@/features/ledger/proof/check-year'
import type { CheckedHead } from '@/features/ledger/proof/checked-head'
import { VerdictCard } from '@/features/ledger/verdict-card'
import { openEntry } from '@/features/ledger/ways'
import { serverNow } from '@/platform/clock'
import { sentenceOf } from '@/platform/say'
import { Bar } from '@/ui/bar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { ListRow } from '@/ui/list-row'
import styles from './check.module.scss'

export interface YearCardProps {
  readonly bookId: string
  readonly head: CheckedHead
}

type Progress = { readonly done: number; readonly of: number }

/** Every entry of a year, worked out anew on this phone. */
export function YearCard({ bookId, head }: YearCardProps) {
  const thisYear = Number(chinaDateOf(serverNow()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [result, setResult] = useState<{ readonly year: number; readonly verdict: YearVerdict } | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const isStopped = useRef(false)

  const run = async () => {
    isStopped.current = false
    setFault(null)
    setResult(null)
    setProgress({ done: 0, of: 1 })
    try {
      const range = await fetchYearRange(bookId, year)
      // What was posted after the head was signed waits for the next one.
      const positions = { from: Math.min(range.from, head.size), to: Math.min(range.to, head.size) }
      const verdict = await checkYear(head, positions, { ...checkSource(bookId), breathe })
      setResult({ year, verdict })
    } catch (error) {
      if (!(error instanceof Stopped)) setFault(sentenceOf(error))
    } finally {
      setProgress(null)
    }
  }
  const breathe = (done: number, of: number) => {
    if (isStopped.current) throw new Stopped()
    setProgress({ done, of })
    return new Promise<void>((resolve) => setTimeout(resolve, 0))
  }

  return (
    <>
      {result !== null && <VerdictCard verdict={yearVerdictOf(result.year, result.verdict)} />}
      {result?.verdict.kind === 'changed' && (
        <Card title='不一样的'>
          {result.verdict.entries.map((entry) => (
            <ListRow
              key={entry.id}
              icon='circle-alert'
              title={`${voucherName(entry)}：${entry.purpose}`}
              note='和当初记下的不一样'
              onPress={() => openEntry(entry.id)}
            />
          ))}
        </Card>
      )}
      <Card title='核对一整年'>
        <View className={styles.said}>把这一年每一笔都在您手机上重新算一遍，费一点流量。</View>
        <View className={styles.part}>
          <Choice
            label='哪一年'
            value={year}
            options={[thisYear, thisYear - 1, thisYear - 2].map((one) => ({ value: one, words: `${one}年` }))}
            onChange={setYear}
          />
        </View>
        {progress !== null && (
          <View className={styles.part}>
            <Bar part={progress.done / Math.max(1, progress.of)} tone='ok' words={progressWords(progress)} />
          </View>
        )}
        <Fault words={fault} />
        {progress === null ? (
          <Button look='primary' isMain icon='fingerprint' onPress={() => void run()}>{`核对${year}年`}</Button>
        ) : (
          <Button
            icon='x'
            onPress={() => {
              isStopped.current = true
            }}
          >
            不核对了
          </Button>
        )}
      </Card>
    </>
  )
}

/** Somebody changed his mind: no fault, nothing to say. */
class Stopped extends Error {}

function progressWords({ done, of }: Progress): string {
  return done === 0 ? '正在取账' : `核对了 ${done} 笔，一共 ${of} 笔`
}

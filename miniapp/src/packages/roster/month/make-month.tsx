import { useState } from 'react'
import { View } from '@tarojs/components'
import type { RosterMonthAnswer } from '@huiying/shared/roster'
import { generateMonth, publishMonth } from '@/features/roster/api'
import { monthTitle } from '@/features/roster/words'
import { sentenceOf } from '@/platform/say'
import { Button } from '@/ui/button'
import { Fault } from '@/ui/fault'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { holesOf } from './month-model'
import styles from './month.module.scss'
import type { MonthDesk } from './use-edits'

export interface MakeMonthProps {
  readonly month: string
  readonly answer: RosterMonthAnswer
  readonly desk: MonthDesk
  readonly onFillHoles: () => void
}

/** 自动排班 and 公布, with the questions that go before them. */
export function MakeMonth({ month, answer, desk, onFillHoles }: MakeMonthProps) {
  const [asks, setAsks] = useState<'generate' | 'publish' | null>(null)
  const [busy, setBusy] = useState<'generate' | 'publish' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { status } = answer
  const holes = allHolesOf(desk)

  const run = async (what: 'generate' | 'publish', act: () => Promise<RosterMonthAnswer>, words: string) => {
    setAsks(null)
    setBusy(what)
    setFault(null)
    try {
      desk.loaded.replace(await act())
      desk.forgetNews()
      toast(words)
    } catch (error) {
      setFault(sentenceOf(error))
      // Most refusals mean that the month is no longer what was on the screen.
      await desk.loaded.reload()
    } finally {
      setBusy(null)
    }
  }
  const generate = (keepEdits: boolean) => void run('generate', () => generateMonth(month, { keepEdits }), '排好了，请看看再公布')
  const publish = () => {
    const body = { seenRevision: desk.readRevision(), ...(holes > 0 ? { acceptHoles: true } : {}) }
    void run('publish', () => publishMonth(month, body), '公布了，排到班的人都会收到消息')
  }
  const close = () => setAsks(null)

  if (status === 'published') return <Fault words={fault} />
  return (
    <>
      <View className={styles.act}>
        <Button
          look={status === null ? 'primary' : 'quiet'}
          icon='calendar-days'
          isBusy={busy === 'generate'}
          busyWords='正在排'
          onPress={() => (status === null ? generate(true) : setAsks('generate'))}
        >
          {status === null ? '自动排班' : '重新排班'}
        </Button>
      </View>
      {status === 'draft' && (
        <View className={styles.act}>
          <Button
            look='primary'
            icon='megaphone'
            isBusy={busy === 'publish'}
            isDisabled={desk.isSaving}
            busyWords='正在公布'
            onPress={() => setAsks('publish')}
          >
            公布
          </Button>
        </View>
      )}
      <View className={fault === null ? '' : styles.wholeLine}><Fault words={fault} /></View>
      <View>
        <Sheet isOpen={asks === 'generate'} title={`重新排${monthTitle(month)}的班？`} closeWords='先不' onClose={close}>
          <View className={styles.say}>草稿里手工改过的那些格，要留着吗？</View>
          <View className={styles.choiceButton}>
            <Button look='primary' isMain onPress={() => generate(true)}>保留手改的，其余重排</Button>
          </View>
          <View className={styles.choiceButton}>
            <Button look='danger' isMain onPress={() => generate(false)}>全部重排，手改的也不留</Button>
          </View>
        </Sheet>
        <Sheet
          isOpen={asks === 'publish'}
          title={holes > 0 ? `还有 ${holes} 个班没有人` : `公布${monthTitle(month)}的班？`}
          closeWords='先不公布'
          onClose={close}
        >
          {holes > 0 ? (
            <>
              <View className={styles.say}>村民来了会没人接，反映的事先由书记、主任顶着。</View>
              <View className={styles.choiceButton}>
                <Button
                  look='primary'
                  isMain
                  onPress={() => {
                    close()
                    onFillHoles()
                  }}
                >
                  先补上
                </Button>
              </View>
              <View className={styles.choiceButton}>
                <Button look='danger' isMain onPress={publish}>就这样公布</Button>
              </View>
            </>
          ) : (
            <>
              <View className={styles.say}>公布后村民就看得到，排到班的人都会收到消息。以后还能改，改了会写明“有变动”。</View>
              <View className={styles.choiceButton}>
                <Button look='primary' isMain onPress={publish}>公布</Button>
              </View>
            </>
          )}
        </Sheet>
      </View>
    </>
  )
}

function allHolesOf({ model }: MonthDesk): number {
  return model === null ? 0 : model.rows.reduce((sum, _rows, village) => sum + holesOf(model, village), 0)
}

import { View } from '@tarojs/components'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import type { CallbacksAnswer } from '@huiying/shared/figures'
import { SignedIn } from '@/features/identity'
import { fetchCallbacks, setCallbackShare } from '@/features/figures/api'
import { CALLBACKS_URL } from '@/features/figures/ways'
import { useLoad } from '@/platform/use-load'
import { sentenceOf } from '@/platform/say'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'
import { CallCard } from './call-card'
import styles from './callbacks.module.scss'

/** Who was drawn and is to be asked how it was. */
export default function CallbacksPage() {
  return (
    <Page title='回访' isWide>
      <SignedIn backTo={CALLBACKS_URL}>{(me) => <Callbacks key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function Callbacks() {
  const loaded = useLoad('callbacks', fetchCallbacks)
  usePullDownRefresh(() => void loaded.reload().then(() => stopPullDownRefresh()))
  return <LoadedView loaded={loaded}>{(answer) => <Answer answer={answer} onAnswer={loaded.replace} />}</LoadedView>
}

interface AnswerProps {
  readonly answer: CallbacksAnswer
  readonly onAnswer: (answer: CallbacksAnswer) => void
}

function Answer({ answer, onAnswer }: AnswerProps) {
  const { rows, count, now } = answer
  return (
    <View className={styles.page}>
      <View className={styles.note}>
        居民一提出来，抽没抽中就定了，办完才看得到。打过去问两句：有没有按时回您，办好了没有。他不认的，三率里按没做到算。
      </View>
      {rows.length === 0
        ? <Empty icon='circle-check' title='该打的都打了' note='又有抽中的办完了，这里马上会有。' />
        : <View className={styles.cards}>
            {rows.map((row) => (
              <View key={row.ticketId} className={styles.card}>
                <CallCard row={row} now={now} onAnswer={onAnswer} />
              </View>
            ))}
          </View>}
      {count > rows.length && <View className={styles.note}>还有 {count - rows.length} 个，打完这些会上来</View>}
      <Share answer={answer} onAnswer={onAnswer} />
    </View>
  )
}

const SHARES = [50, 100, 200, 500, 1_000]

function Share({ answer: { sharePermille, nextSharePermille, mayChange }, onAnswer }: AnswerProps) {
  const set = (wanted: number): void => {
    setCallbackShare(wanted).then(onAnswer, (error: unknown) => toast(sentenceOf(error)))
  }
  const next = nextSharePermille === sharePermille ? '' : `，明天起 ${nextSharePermille / 10} 件`
  return (
    <Card title='抽多少'>
      <View className={styles.note}>{`现在每一百件抽 ${sharePermille / 10} 件${next}。改了从明天提的算起。`}</View>
      {mayChange && (
        <Choice
          label='每一百件抽几件'
          value={nextSharePermille}
          options={SHARES.map((share) => ({ value: share, words: `${share / 10} 件` }))}
          onChange={set}
        />
      )}
    </Card>
  )
}
